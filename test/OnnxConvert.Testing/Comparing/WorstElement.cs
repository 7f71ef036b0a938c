using System.Globalization;

namespace OnnxConvert.Testing.Comparing;

/// <summary>Keeps the element whose difference exceeds its bound the most, and counts those that exceed it.</summary>
public sealed class WorstElement
{
    private int _index = -1;
    private int _outside;
    private int _seen;
    private string _expected = "";
    private string _actual = "";
    private double _bound;

    /// <summary>The largest difference as a fraction of its bound.</summary>
    public double Ratio { get; private set; }

    /// <summary>The difference of that element.</summary>
    public double Difference { get; private set; }

    public void Add(int index, double expected, double actual, double bound)
    {
        // NaN equals NaN, and an infinity equals itself: their difference would be NaN.
        bool same = expected.Equals(actual) || expected == actual;
        double difference = same ? 0 : Math.Abs(actual - expected);
        if (double.IsNaN(difference))
            difference = double.PositiveInfinity;
        if (Record(index, difference, bound))
            (_expected, _actual) = (Text(expected), Text(actual));
    }

    public void Add(int index, Int128 expected, Int128 actual, double bound)
    {
        if (Record(index, (double)Int128.Abs(actual - expected), bound))
        {
            (_expected, _actual) = (expected.ToString(CultureInfo.InvariantCulture), actual.ToString(CultureInfo.InvariantCulture));
        }
    }

    public Comparison ToComparison() => _outside == 0
        ? new Comparison(null, Ratio)
        : new Comparison(
            $"element {_index} is {_actual}, expected {_expected}: difference {Text(Difference)}, bound {Text(_bound)} ({_outside} of {_seen} outside)",
            Ratio);

    private bool Record(int index, double difference, double bound)
    {
        _seen++;
        bool outside = difference > bound;
        if (outside)
            _outside++;
        double ratio = difference == 0 ? 0 : bound > 0 ? difference / bound : double.PositiveInfinity;
        bool worse = ratio > Ratio || (ratio == Ratio && difference > Difference);
        if (worse)
            (Ratio, Difference, _index, _bound) = (ratio, difference, index, bound);
        return worse;
    }

    private static string Text(double value) => value.ToString("G6", CultureInfo.InvariantCulture);
}
