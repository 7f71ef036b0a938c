using System.Runtime.InteropServices;
using Google.Protobuf.Collections;
using OnnxConvert.Files.Proto;
using OnnxConvert.Ir;

namespace OnnxConvert.Files.Reading;

/// <summary>Turns the typed fields of a tensor (float_data, int32_data, ...) into raw little-endian bytes.</summary>
internal static class TypedFields
{
    public static ReadOnlyMemory<byte> ToBytes(TensorProto tensor, ElementType type) => type switch
    {
        ElementType.Float or ElementType.Complex64 => Copy(tensor.FloatData),
        ElementType.Double or ElementType.Complex128 => Copy(tensor.DoubleData),
        ElementType.Int64 => Copy(tensor.Int64Data),
        ElementType.UInt64 => Copy(tensor.Uint64Data),
        ElementType.Int32 => Copy(tensor.Int32Data),
        ElementType.UInt32 => Narrow(tensor.Uint64Data, v => (uint)v),
        _ when type.BitSize() == 16 => Narrow(tensor.Int32Data, v => (ushort)v),
        // Of types below 8 bits an entry holds a byte with several elements.
        _ => Narrow(tensor.Int32Data, v => (byte)v),
    };

    private static byte[] Copy<T>(RepeatedField<T> values)
        where T : unmanaged
    {
        var copy = new T[values.Count];
        values.CopyTo(copy, 0);
        return MemoryMarshal.AsBytes(copy.AsSpan()).ToArray();
    }

    private static byte[] Narrow<TFrom, TTo>(RepeatedField<TFrom> values, Func<TFrom, TTo> convert)
        where TTo : unmanaged
    {
        var narrow = new TTo[values.Count];
        for (int i = 0; i < narrow.Length; i++)
            narrow[i] = convert(values[i]);
        return MemoryMarshal.AsBytes(narrow.AsSpan()).ToArray();
    }
}
