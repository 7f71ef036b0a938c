namespace OnnxConvert.Numerics;

/// <summary>Sub-byte elements: several in a byte, the first in the lowest bits, as ONNX and TFLite both store them.</summary>
public static class PackedElements
{
    /// <summary>One byte for each element, holding its bits without sign extension.</summary>
    /// <param name="packed">The packed elements.</param>
    /// <param name="bits">The bits of one element: 1, 2, 4 or 8.</param>
    /// <param name="count">The number of elements.</param>
    /// <exception cref="OverflowException">There are more elements than an array holds.</exception>
    public static byte[] Unpack(ReadOnlySpan<byte> packed, int bits, long count)
    {
        int perByte = 8 / bits;
        int mask = (1 << bits) - 1;
        var elements = new byte[checked((int)count)];
        for (int i = 0; i < elements.Length; i++)
            elements[i] = (byte)((packed[i / perByte] >> (i % perByte * bits)) & mask);
        return elements;
    }

    /// <summary>One byte for each element, holding the value of an integer in two's complement as 8 bits.</summary>
    /// <param name="packed">The packed elements.</param>
    /// <param name="bits">The bits of one element: 1, 2, 4 or 8.</param>
    /// <param name="count">The number of elements.</param>
    /// <exception cref="OverflowException">There are more elements than an array holds.</exception>
    public static byte[] UnpackSigned(ReadOnlySpan<byte> packed, int bits, long count)
    {
        byte[] elements = Unpack(packed, bits, count);
        int shift = 8 - bits;
        for (int i = 0; i < elements.Length; i++)
            elements[i] = (byte)((sbyte)(elements[i] << shift) >> shift);
        return elements;
    }

    /// <summary>Packs the low bits of each byte.</summary>
    /// <param name="elements">One byte for each element.</param>
    /// <param name="bits">The bits of one element: 1, 2, 4 or 8.</param>
    public static byte[] Pack(ReadOnlySpan<byte> elements, int bits)
    {
        int perByte = 8 / bits;
        int mask = (1 << bits) - 1;
        var packed = new byte[(elements.Length + perByte - 1) / perByte];
        for (int i = 0; i < elements.Length; i++)
            packed[i / perByte] |= (byte)((elements[i] & mask) << (i % perByte * bits));
        return packed;
    }
}
