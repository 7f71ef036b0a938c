using System.Buffers.Binary;

namespace OnnxConvert.TfLite.Reading;

/// <summary>Bounds-checked reading of a FlexBuffer's bytes; numbers are little endian and 1, 2, 4 or 8 bytes wide.</summary>
internal static class FlexBytes
{
    public static ReadOnlySpan<byte> At(ReadOnlySpan<byte> bytes, long position, long length)
    {
        if (position < 0 || length < 0 || position > bytes.Length - length)
            throw new InvalidModelException($"The FlexBuffer is broken: {length} bytes at {position} lie outside its {bytes.Length} bytes.");
        return bytes.Slice((int)position, (int)length);
    }

    public static ulong UInt(ReadOnlySpan<byte> bytes, long position, int width)
    {
        var at = At(bytes, position, width);
        return width switch
        {
            1 => at[0],
            2 => BinaryPrimitives.ReadUInt16LittleEndian(at),
            4 => BinaryPrimitives.ReadUInt32LittleEndian(at),
            _ => BinaryPrimitives.ReadUInt64LittleEndian(at),
        };
    }

    public static long Int(ReadOnlySpan<byte> bytes, long position, int width)
    {
        ulong value = UInt(bytes, position, width);
        return width switch
        {
            1 => (sbyte)value,
            2 => (short)value,
            4 => (int)value,
            _ => (long)value,
        };
    }

    public static double Float(ReadOnlySpan<byte> bytes, long position, int width)
    {
        var at = At(bytes, position, width);
        return width switch
        {
            2 => (double)BinaryPrimitives.ReadHalfLittleEndian(at),
            4 => BinaryPrimitives.ReadSingleLittleEndian(at),
            8 => BinaryPrimitives.ReadDoubleLittleEndian(at),
            _ => throw new InvalidModelException($"The FlexBuffer is broken: a floating-point number at {position} is {width} byte wide."),
        };
    }

    /// <summary>The place that the offset at a position names. Offsets lead backwards, so that no chain of them can close.</summary>
    public static long Follow(ReadOnlySpan<byte> bytes, long position, int width)
    {
        ulong offset = UInt(bytes, position, width);
        if (offset == 0 || offset > (ulong)position)
            throw new InvalidModelException($"The FlexBuffer is broken: the offset {offset} at {position} leads out of it.");
        return position - (long)offset;
    }

    /// <summary>The bytes up to the first zero.</summary>
    public static ReadOnlySpan<byte> Key(ReadOnlySpan<byte> bytes, long position)
    {
        var rest = At(bytes, position, bytes.Length - position);
        int end = rest.IndexOf((byte)0);
        return end >= 0 ? rest[..end] : throw new InvalidModelException($"The FlexBuffer is broken: the key at {position} has no end.");
    }
}
