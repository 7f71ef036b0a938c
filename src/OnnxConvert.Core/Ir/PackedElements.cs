namespace OnnxConvert.Ir;

/// <summary>Sub-byte elements: several in a byte, the first in the lowest bits, as ONNX and TFLite both store them.</summary>
internal static class PackedElements
{
    /// <summary>One byte for each element, holding its bits without sign extension.</summary>
    internal static byte[] Unpack(ReadOnlySpan<byte> packed, ElementType type, long count)
    {
        int bits = type.BitSize();
        int perByte = 8 / bits;
        int mask = (1 << bits) - 1;
        var elements = new byte[checked((int)count)];
        for (int i = 0; i < elements.Length; i++)
            elements[i] = (byte)((packed[i / perByte] >> (i % perByte * bits)) & mask);
        return elements;
    }

    /// <summary>One byte for each element, holding the value of a signed or unsigned integer as 8 bits.</summary>
    internal static byte[] UnpackIntegers(ReadOnlySpan<byte> packed, ElementType type, long count)
    {
        byte[] elements = Unpack(packed, type, count);
        if (type.IsSignedInteger())
        {
            int shift = 8 - type.BitSize();
            for (int i = 0; i < elements.Length; i++)
                elements[i] = (byte)((sbyte)(elements[i] << shift) >> shift);
        }

        return elements;
    }

    /// <summary>Packs the low bits of each byte.</summary>
    internal static byte[] Pack(ReadOnlySpan<byte> elements, ElementType type)
    {
        int bits = type.BitSize();
        int perByte = 8 / bits;
        int mask = (1 << bits) - 1;
        var packed = new byte[(elements.Length + perByte - 1) / perByte];
        for (int i = 0; i < elements.Length; i++)
            packed[i / perByte] |= (byte)((elements[i] & mask) << (i % perByte * bits));
        return packed;
    }
}
