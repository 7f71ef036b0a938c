using OnnxConvert.Extensibility;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>The axes of a reduction: a constant second input, which may count from the back and name an axis twice.</summary>
internal static class ReductionAxes
{
    /// <summary>The axes, counted from the front, each once, in rising order; empty when nothing is reduced, as of a scalar.</summary>
    internal static long[] Axes(this OpContext op)
    {
        int rank = op.Rank(0);
        long[] axes = op.RequireInts(1, "the list of axes");
        return rank == 0 ? [] : [.. axes.Select(axis => (long)op.Axis(axis, rank)).Distinct().Order()];
    }
}
