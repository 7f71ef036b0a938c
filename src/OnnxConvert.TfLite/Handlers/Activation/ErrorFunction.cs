namespace OnnxConvert.TfLite.Handlers;

/// <summary>The complementary error function, which .NET does not have: 2/√π times the integral of exp(-t²) from x to infinity.</summary>
/// <remarks>Source of the series and of the continued fraction: Abramowitz and Stegun, 7.1.6 and 7.1.14.</remarks>
internal static class ErrorFunction
{
    private const double SeriesLimit = 2;
    private const int Fractions = 80;

    private static readonly double RootOfPi = Math.Sqrt(Math.PI);

    /// <summary>Right to about 1e-13 of the result.</summary>
    internal static double Complement(double x)
    {
        if (x < 0)
            return 2 - Complement(-x);
        return x < SeriesLimit ? 1 - (2 / RootOfPi * Math.Exp(-x * x) * Series(x)) : Math.Exp(-x * x) / (RootOfPi * ContinuedFraction(x));
    }

    /// <summary>x + 2x³/3 + 4x⁵/(3·5) + …: all terms have one sign, so that nothing cancels.</summary>
    private static double Series(double x)
    {
        double sum = 0;
        double term = x;
        for (int n = 1; sum + term > sum; n++)
        {
            sum += term;
            term *= 2 * x * x / ((2 * n) + 1);
        }

        return sum;
    }

    /// <summary>x + ½/(x + 1/(x + 3⁄2/(x + 2/(x + …)))).</summary>
    private static double ContinuedFraction(double x)
    {
        double value = x;
        for (int k = Fractions; k > 0; k--)
            value = x + (k / 2.0 / value);
        return value;
    }
}
