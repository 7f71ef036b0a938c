using System.Numerics;
using System.Runtime.InteropServices;
using OnnxConvert.Numerics;

namespace OnnxConvert.Ir;

/// <summary>
/// The elements of a tensor as one of two kinds of numbers: <see cref="double"/> for floating-point types, of which the
/// result of one operation rounds to the narrower type as if it were computed there, and <see cref="Int128"/> for
/// integers, of which the low bits are right after addition, subtraction and multiplication of any width.
/// </summary>
public static class Elements
{
    /// <summary>All elements; truth values are 0 and 1.</summary>
    /// <exception cref="NotSupportedException">The elements are no numbers that are computed with.</exception>
    public static T[] Read<T>(TensorData data)
        where T : INumberBase<T> => data.ElementType switch
        {
            ElementType.Float => Read<float, T>(data),
            ElementType.Double => Read<double, T>(data),
            ElementType.Float16 => Read<Half, T>(data),
            ElementType.BFloat16 => [.. data.AsSpan<ushort>().ToArray().Select(bits => T.CreateSaturating(BFloat16Bits.ToSingle(bits)))],
            ElementType.UInt64 => Read<ulong, T>(data),
            ElementType.Int32 => Read<int, T>(data),
            ElementType.UInt8 => Read<byte, T>(data),
            ElementType.Int8 => Read<sbyte, T>(data),
            _ when data.ElementType.IsInteger() || data.ElementType == ElementType.Bool => [.. Numbers.ToInt64(data).Select(T.CreateSaturating)],
            _ => throw new NotSupportedException($"Elements of type {data.ElementType.DisplayName()} are not computed with."),
        };

    /// <summary>Rounds to the nearest float of the type; integers are truncated towards zero and limited to the type's range, NaN is 0.</summary>
    public static TensorData Write(double[] values, ElementType type, ReadOnlySpan<long> dims) =>
        type == ElementType.BFloat16
            ? Bits(Array.ConvertAll(values, value => BFloat16Bits.FromSingle((float)value)), type, dims)
            : Write(values, type, dims, saturates: true);

    /// <summary>Takes the low bits where the type is narrower.</summary>
    public static TensorData Write(Int128[] values, ElementType type, ReadOnlySpan<long> dims) => type.IsFloat()
        ? Write(Array.ConvertAll(values, value => (double)value), type, dims)
        : Write(values, type, dims, saturates: false);

    /// <summary>Truth values, one byte each.</summary>
    public static TensorData Write(bool[] values, ReadOnlySpan<long> dims) => TensorData.Create<bool>(values, dims);

    /// <summary>Whether every element is <paramref name="value"/>.</summary>
    public static bool AreAll(TensorData data, double value)
    {
        ElementType type = data.ElementType;
        if (data.ElementCount == 0 || (!type.IsInteger() && type is not (ElementType.Float or ElementType.Double or ElementType.Float16 or ElementType.BFloat16)))
            return false;
        if (type.IsSubByte())
            return Array.TrueForAll(Numbers.ToInt64(data), element => element == value);
        ReadOnlySpan<byte> bytes = data.Bytes.Span;
        ReadOnlySpan<byte> one = Numbers.Scalar(value, type).Bytes.Span;
        for (int i = 0; i < bytes.Length; i += one.Length)
        {
            if (!bytes.Slice(i, one.Length).SequenceEqual(one))
                return false;
        }

        return true;
    }

    private static TensorData Write<T>(T[] values, ElementType type, ReadOnlySpan<long> dims, bool saturates)
        where T : INumber<T> => type switch
        {
            ElementType.Float => Bits(Convert<T, float>(values, saturates), type, dims),
            ElementType.Double => Bits(Convert<T, double>(values, saturates), type, dims),
            ElementType.Float16 => Bits(Convert<T, Half>(values, saturates), type, dims),
            ElementType.Int8 => Bits(Convert<T, sbyte>(values, saturates), type, dims),
            ElementType.UInt8 => Bits(Convert<T, byte>(values, saturates), type, dims),
            ElementType.Int16 => Bits(Convert<T, short>(values, saturates), type, dims),
            ElementType.UInt16 => Bits(Convert<T, ushort>(values, saturates), type, dims),
            ElementType.Int32 => Bits(Convert<T, int>(values, saturates), type, dims),
            ElementType.UInt32 => Bits(Convert<T, uint>(values, saturates), type, dims),
            ElementType.Int64 => Bits(Convert<T, long>(values, saturates), type, dims),
            ElementType.UInt64 => Bits(Convert<T, ulong>(values, saturates), type, dims),
            ElementType.Bool => Bits(Array.ConvertAll(values, value => value == T.Zero ? (byte)0 : (byte)1), type, dims),
            _ when type.IsSubByte() && type.IsInteger() => Packed(values, type, dims, saturates),
            _ => throw new NotSupportedException($"Elements of type {type.DisplayName()} are not computed."),
        };

    private static TensorData Packed<T>(T[] values, ElementType type, ReadOnlySpan<long> dims, bool saturates)
        where T : INumber<T>
    {
        (long min, long max) = type.IntegerRange();
        var low = new byte[values.Length];
        for (int i = 0; i < low.Length; i++)
            low[i] = (byte)(saturates ? Math.Clamp(long.CreateSaturating(values[i]), min, max) : long.CreateTruncating(values[i]));
        return TensorData.FromBytes(type, dims, PackedElements.Pack(low, type.BitSize()));
    }

    private static TTo[] Convert<TFrom, TTo>(TFrom[] values, bool saturates)
        where TFrom : INumber<TFrom>
        where TTo : INumber<TTo> =>
        saturates ? Array.ConvertAll(values, TTo.CreateSaturating) : Array.ConvertAll(values, TTo.CreateTruncating);

    private static TensorData Bits<T>(T[] values, ElementType type, ReadOnlySpan<long> dims)
        where T : unmanaged => TensorData.FromBytes(type, dims, MemoryMarshal.AsBytes<T>(values).ToArray());

    private static TTo[] Read<TFrom, TTo>(TensorData data)
        where TFrom : unmanaged, INumberBase<TFrom>
        where TTo : INumberBase<TTo>
    {
        ReadOnlySpan<TFrom> source = data.AsSpan<TFrom>();
        var result = new TTo[source.Length];
        for (int i = 0; i < result.Length; i++)
            result[i] = TTo.CreateSaturating(source[i]);
        return result;
    }
}
