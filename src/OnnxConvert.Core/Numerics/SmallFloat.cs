namespace OnnxConvert.Numerics;

/// <summary>What a format of few bits has at the end of its range.</summary>
public enum SmallFloatSpecials
{
    /// <summary>As IEEE 754: the largest exponent holds infinities and NaNs.</summary>
    Ieee,

    /// <summary>No infinity; all bits but the sign set is NaN (the formats named FN).</summary>
    NanOnly,

    /// <summary>No infinity and no negative zero, whose bits are the one NaN (the formats named FNUZ).</summary>
    NegativeZeroIsNan,

    /// <summary>Neither infinity nor NaN.</summary>
    None,
}

/// <summary>
/// A binary floating-point format of at most 8 bits. The formats are those of ONNX, defined by its text on float stored in 8 bits,
/// the paper "FP8 Formats for Deep Learning" (arXiv 2209.05433) and the OCP specification of microscaling formats.
/// </summary>
public sealed class SmallFloat
{
    private readonly int _significandBits;
    private readonly int _bias;
    private readonly SmallFloatSpecials _specials;
    private readonly int _signBit;
    private readonly float[] _values;
    private readonly int _largest;

    private SmallFloat(int exponentBits, int significandBits, int bias, SmallFloatSpecials specials)
    {
        _significandBits = significandBits;
        _bias = bias;
        _specials = specials;
        _signBit = 1 << (exponentBits + significandBits);
        _values = new float[_signBit * 2];
        int infinity = ((1 << exponentBits) - 1) << significandBits;
        _largest = specials switch
        {
            SmallFloatSpecials.Ieee => infinity - 1,
            SmallFloatSpecials.NanOnly => _signBit - 2,
            _ => _signBit - 1,
        };
        for (int bits = 0; bits < _values.Length; bits++)
            _values[bits] = Decode(bits, infinity);
    }

    /// <summary>4 bits of exponent, 3 of significand, no infinity; up to 448.</summary>
    public static SmallFloat E4M3FN { get; } = new(4, 3, 7, SmallFloatSpecials.NanOnly);

    /// <summary>4 bits of exponent, 3 of significand, neither infinity nor negative zero; up to 240.</summary>
    public static SmallFloat E4M3FNUZ { get; } = new(4, 3, 8, SmallFloatSpecials.NegativeZeroIsNan);

    /// <summary>5 bits of exponent, 2 of significand, as IEEE 754; up to 57344.</summary>
    public static SmallFloat E5M2 { get; } = new(5, 2, 15, SmallFloatSpecials.Ieee);

    /// <summary>5 bits of exponent, 2 of significand, neither infinity nor negative zero; up to 57344.</summary>
    public static SmallFloat E5M2FNUZ { get; } = new(5, 2, 16, SmallFloatSpecials.NegativeZeroIsNan);

    /// <summary>2 bits of exponent, 1 of significand; up to 6.</summary>
    public static SmallFloat E2M1 { get; } = new(2, 1, 1, SmallFloatSpecials.None);

    /// <summary>The number that the bits stand for; every one is a float32.</summary>
    public float ToSingle(byte bits) => _values[bits & (_values.Length - 1)];

    /// <summary>The nearest number of the format, ties to even.</summary>
    /// <param name="value">The number; NaN becomes NaN where the format has one, else the largest number.</param>
    /// <param name="saturates">Whether what is too large becomes the largest number; else it becomes infinite, or NaN where there is no infinity.</param>
    public byte FromSingle(float value, bool saturates)
    {
        int sign = float.IsNegative(value) ? _signBit : 0;
        if (float.IsNaN(value))
            return NotANumber(sign);
        double magnitude = Math.Abs((double)value);
        // Numbers of a format are a grid whose step grows with the exponent; below the smallest normal number it stays.
        int exponent = magnitude == 0 ? 1 - _bias : Math.Max(Math.ILogB(magnitude), 1 - _bias);
        double step = Math.ScaleB(1, exponent - _significandBits);
        double rounded = float.IsInfinity(value) ? double.PositiveInfinity : Math.Round(magnitude / step, MidpointRounding.ToEven) * step;
        if (rounded > _values[_largest])
            return saturates || _specials == SmallFloatSpecials.None ? (byte)(sign | _largest) : Overflow(sign);
        int bits = Encode(rounded);
        return (byte)(bits == 0 && _specials == SmallFloatSpecials.NegativeZeroIsNan ? 0 : sign | bits);
    }

    private float Decode(int bits, int infinity)
    {
        int magnitude = bits & (_signBit - 1);
        if (_specials == SmallFloatSpecials.NegativeZeroIsNan && bits == _signBit)
            return float.NaN;
        if (_specials == SmallFloatSpecials.Ieee && magnitude >= infinity)
            return magnitude > infinity ? float.NaN : bits == magnitude ? float.PositiveInfinity : float.NegativeInfinity;
        if (_specials == SmallFloatSpecials.NanOnly && magnitude == _signBit - 1)
            return float.NaN;
        int exponent = magnitude >> _significandBits;
        int significand = magnitude & ((1 << _significandBits) - 1);
        double value = exponent == 0
            ? Math.ScaleB(significand, 1 - _bias - _significandBits)
            : Math.ScaleB(significand + (1 << _significandBits), exponent - _bias - _significandBits);
        return (float)(bits == magnitude ? value : -value);
    }

    // The magnitudes ascend with their bits, so that the place in the table is the code.
    private int Encode(double magnitude) => Array.BinarySearch(_values, 0, _largest + 1, (float)magnitude);

    private byte NotANumber(int sign) => _specials switch
    {
        SmallFloatSpecials.NegativeZeroIsNan => (byte)_signBit,
        SmallFloatSpecials.None => (byte)(sign | _largest),
        _ => (byte)(sign | (_signBit - 1)),
    };

    private byte Overflow(int sign) => _specials == SmallFloatSpecials.Ieee ? (byte)(sign | (_largest + 1)) : NotANumber(sign);
}
