using OnnxConvert.Ir;

namespace OnnxConvert.Operators.Inference;

/// <summary>Reductions over some axes.</summary>
internal static class ReductionInference
{
    public static void AddTo(Dictionary<string, InferenceFunction> table)
    {
        table.Add(
            Reduce,
            "ReduceL1", "ReduceL2", "ReduceLogSum", "ReduceLogSumExp", "ReduceMax", "ReduceMean", "ReduceMin", "ReduceProd", "ReduceSum", "ReduceSumSquare");
        table.Add(ArgReduce, "ArgMax", "ArgMin");
    }

    private static void Reduce(InferenceContext c)
    {
        bool keeps = c.Int("keepdims", 1) != 0;
        long[]? axes = c.IntsOrInput("axes", 1);
        bool areAxesKnown = axes is not null || !c.Has(1);
        Shape? shape = null;
        if (c.Shape(0) is { } x)
        {
            if (areAxesKnown)
                shape = (axes ?? []).Length == 0 && c.Int("noop_with_empty_axes", 0) != 0 ? x : Remove(c, x, axes ?? [], keeps);
            else if (keeps)
                shape = Dims.OfRank(x.Rank);
        }

        c.Set(0, c.Type(0), shape);
    }

    private static Shape Remove(InferenceContext c, Shape x, long[] axes, bool keeps)
    {
        var reduced = new bool[x.Rank];
        Array.Fill(reduced, axes.Length == 0);
        foreach (long axis in axes)
        {
            if (x.Rank > 0)
                reduced[c.Axis(axis, x.Rank)] = true;
        }

        return new Shape(keeps ? x.Select((d, i) => reduced[i] ? 1 : d) : x.Where((_, i) => !reduced[i]));
    }

    private static void ArgReduce(InferenceContext c) =>
        c.Set(0, ElementType.Int64, c.Shape(0) is { } x ? Remove(c, x, [c.Int("axis", 0)], c.Int("keepdims", 1) != 0) : null);
}
