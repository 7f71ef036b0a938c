namespace OnnxConvert.TfLite.Handlers;

/// <summary>
/// Sigmoid and tanh of int16 as TFLite's LSTM kernels have them, which call gemmlowp (fixedpoint.h): a product of powers of e,
/// and a reciprocal by three steps of Newton's method with 13 bits. They are off by up to 11 units of 2^-15, and gates add up.
/// </summary>
/// <remarks>A number x with b integer bits is stored as x * 2^(15 - b).</remarks>
internal static class FixedPointFunctions
{
    private const int One = short.MaxValue;
    private const int ThirtyTwoOverSeventeen = 15420;
    private const int FortyEightOverSeventeen = 23130;

    /// <summary>exp(-2^e) for e from -2 on, in units of 2^-15.</summary>
    private static readonly int[] Powers = [25520, 19875, 12055, 4435, 600, 11, 0];

    /// <summary>The sigmoid in units of 2^-15 of a number with 3 integer bits.</summary>
    internal static short Sigmoid(short x)
    {
        if (x == 0)
            return 1 << 14;
        int positive = Saturate(Reciprocal(Exp(-Math.Abs((int)x), 3)) << 1);
        return (short)(x > 0 ? positive : One - positive);
    }

    /// <summary>The hyperbolic tangent in units of 2^-15.</summary>
    internal static short Tanh(short x, int integerBits)
    {
        if (x == 0)
            return 0;
        // 2 / (1 + exp(-2x)) - 1; one more integer bit is a factor of 2.
        int positive = Saturate((Reciprocal(Exp(-Math.Abs((int)x), integerBits + 1)) - (1 << 13)) << 2);
        return (short)(x > 0 ? positive : -positive);
    }

    /// <summary>exp of a negative number: of what is left of it modulo a quarter, times a power for each bit of the rest.</summary>
    private static int Exp(int x, int integerBits)
    {
        int fractionBits = 15 - integerBits;
        int quarter = 1 << (fractionBits - 2);
        int left = (x & (quarter - 1)) - quarter;
        int rest = left - x;
        int result = ExpOfQuarter(Saturate(left << integerBits));
        for (int exponent = -2; exponent < integerBits; exponent++)
        {
            if ((rest & (1 << (fractionBits + exponent))) != 0)
                result = Multiply(result, Powers[exponent + 2]);
        }

        return result;
    }

    /// <summary>exp within [-1/4, 0) by a Taylor series around -1/8.</summary>
    private static int ExpOfQuarter(int x)
    {
        const int ExpOfEighth = 28918;
        const int Third = 10923;
        int y = x + (1 << 12);
        int y2 = Multiply(y, y);
        int y3 = Multiply(y2, y);
        int y4 = Multiply(y2, y2);
        int higher = Halve(Multiply(Saturate(Halve(y4, 2) + y3), Third) + y2, 1);
        return Saturate(ExpOfEighth + Multiply(ExpOfEighth, Saturate(y + higher)));
    }

    /// <summary>2 / (1 + x) in units of 2^-14 of x within [0, 1].</summary>
    private static int Reciprocal(int x)
    {
        int half = (x + One + 1) / 2;
        int result = FortyEightOverSeventeen + Multiply(half, -ThirtyTwoOverSeventeen);
        for (int i = 0; i < 3; i++)
        {
            int missing = (1 << 13) - Multiply(half, result);
            result = Saturate(result + Saturate(Multiply(result, missing) << 2));
        }

        return result;
    }

    /// <summary>a * b / 2^15, rounded half away from zero.</summary>
    private static int Multiply(int a, int b)
    {
        int product = a * b;
        return (product + (product >= 0 ? 1 << 14 : 1 - (1 << 14))) / (1 << 15);
    }

    /// <summary>x / 2^count, rounded half away from zero.</summary>
    private static int Halve(int x, int count)
    {
        int half = 1 << (count - 1);
        return x >= 0 ? (x + half) >> count : -((-x + half) >> count);
    }

    private static int Saturate(int x) => Math.Clamp(x, short.MinValue, short.MaxValue);
}
