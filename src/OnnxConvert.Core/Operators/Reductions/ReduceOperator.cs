using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;
using OnnxConvert.Operators.Layout;

namespace OnnxConvert.Operators.Reductions;

/// <summary>Reductions over some axes, or all; the axes became an input in opset 13 or 18.</summary>
internal abstract class ReduceOperator : OperatorDefinition
{
    public override LayoutRule Layout => ReduceLayoutRule.Instance;

    public override void Infer(InferenceCall c) => c.Set(0, c.Type(0), Reduced(c));

    private static Shape? Reduced(InferenceCall c)
    {
        bool keeps = c.Int("keepdims", 1) != 0;
        long[]? axes = c.IntsOrInput("axes", 1);
        bool areAxesKnown = axes is not null || !c.Has(1);
        if (c.Shape(0) is not { } x)
            return null;
        if (areAxesKnown)
            return (axes ?? []).Length == 0 && c.Int("noop_with_empty_axes", 0) != 0 ? x : Remove(c, x, axes ?? [], keeps);
        return keeps ? Dims.OfRank(x.Rank) : null;
    }

    internal static Shape Remove(InferenceCall c, Shape x, long[] axes, bool keeps)
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
}
