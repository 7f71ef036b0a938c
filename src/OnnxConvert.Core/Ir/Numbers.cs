using OnnxConvert.Numerics;

namespace OnnxConvert.Ir;

/// <summary>Numbers as tensor contents.</summary>
public static class Numbers
{
    /// <summary>A rank 0 tensor of one number.</summary>
    /// <param name="value">The number; rounded to the nearest of a float type, truncated for an integer type.</param>
    /// <param name="type">The element type.</param>
    /// <exception cref="NotSupportedException">The type is no number that a double can stand for, or several elements share a byte.</exception>
    public static TensorData Scalar(double value, ElementType type) => type switch
    {
        ElementType.Float => TensorData.Scalar((float)value),
        ElementType.Double => TensorData.Scalar(value),
        ElementType.Float16 => TensorData.Scalar((Half)value),
        ElementType.BFloat16 => TensorData.FromBytes(type, [], BitConverter.GetBytes(BFloat16Bits.FromSingle((float)value))),
        ElementType.Int8 => TensorData.Scalar((sbyte)value),
        ElementType.UInt8 => TensorData.Scalar((byte)value),
        ElementType.Int16 => TensorData.Scalar((short)value),
        ElementType.UInt16 => TensorData.Scalar((ushort)value),
        ElementType.Int32 => TensorData.Scalar((int)value),
        ElementType.UInt32 => TensorData.Scalar((uint)value),
        ElementType.Int64 => TensorData.Scalar((long)value),
        ElementType.UInt64 => TensorData.Scalar((ulong)value),
        ElementType.Bool => TensorData.Scalar(value != 0),
        _ => throw new NotSupportedException($"A constant of type {type.DisplayName()} cannot be made from a number."),
    };

    /// <summary>A rank 1 tensor of integers of the given type; values are taken modulo the type's width.</summary>
    public static TensorData Integers(ReadOnlySpan<long> values, ElementType type)
    {
        int size = type.BitSize() / 8;
        var bytes = new byte[Math.Max(size, 1) * values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            if (size == 0)
                bytes[i] = (byte)values[i];
            else
                BitConverter.GetBytes(values[i]).AsSpan(0, size).CopyTo(bytes.AsSpan(i * size));
        }

        return TensorData.FromBytes(type, [values.Length], size == 0 ? PackedElements.Pack(bytes, type.BitSize()) : bytes);
    }

    /// <summary>The elements of an integer or bool tensor as int64.</summary>
    /// <exception cref="InvalidOperationException">The elements are no integers.</exception>
    public static long[] ToInt64(TensorData data)
    {
        var result = new long[checked((int)data.ElementCount)];
        switch (data.ElementType)
        {
            case ElementType.Int8: Copy<sbyte>(data, result, v => v); break;
            case ElementType.UInt8: Copy<byte>(data, result, v => v); break;
            case ElementType.Bool: Copy<byte>(data, result, v => v == 0 ? 0 : 1); break;
            case ElementType.Int16: Copy<short>(data, result, v => v); break;
            case ElementType.UInt16: Copy<ushort>(data, result, v => v); break;
            case ElementType.Int32: Copy<int>(data, result, v => v); break;
            case ElementType.UInt32: Copy<uint>(data, result, v => v); break;
            case ElementType.Int64: data.AsSpan<long>().CopyTo(result); break;
            case ElementType.UInt64: Copy<ulong>(data, result, v => checked((long)v)); break;
            case ElementType.Int4 or ElementType.UInt4 or ElementType.Int2 or ElementType.UInt2:
                CopyPacked(data, result);
                break;
            default: throw new InvalidOperationException($"{data} holds no integers.");
        }

        return result;
    }

    private static void CopyPacked(TensorData data, long[] result)
    {
        int bits = data.ElementType.BitSize();
        bool isSigned = data.ElementType.IsSignedInteger();
        byte[] unpacked = isSigned ? PackedElements.UnpackSigned(data.Bytes.Span, bits, data.ElementCount) : PackedElements.Unpack(data.Bytes.Span, bits, data.ElementCount);
        for (int i = 0; i < unpacked.Length; i++)
            result[i] = isSigned ? (sbyte)unpacked[i] : unpacked[i];
    }

    private static void Copy<T>(TensorData data, long[] result, Func<T, long> convert)
        where T : unmanaged
    {
        ReadOnlySpan<T> source = data.AsSpan<T>();
        for (int i = 0; i < result.Length; i++)
            result[i] = convert(source[i]);
    }
}
