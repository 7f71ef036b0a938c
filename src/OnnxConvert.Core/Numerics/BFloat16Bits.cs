namespace OnnxConvert.Numerics;

/// <summary>bfloat16: the upper half of a float32, 8 bits of exponent and 7 of significand.</summary>
public static class BFloat16Bits
{
    /// <summary>The number that the bits stand for; every bfloat16 is a float32.</summary>
    public static float ToSingle(ushort bits) => BitConverter.UInt32BitsToSingle((uint)bits << 16);

    /// <summary>The nearest bfloat16, ties to even; a NaN stays one, what is too large becomes infinite.</summary>
    public static ushort FromSingle(float value)
    {
        uint bits = BitConverter.SingleToUInt32Bits(value);
        return float.IsNaN(value) ? (ushort)((bits >> 16) | 0x40) : (ushort)((bits + 0x7FFF + ((bits >> 16) & 1)) >> 16);
    }
}
