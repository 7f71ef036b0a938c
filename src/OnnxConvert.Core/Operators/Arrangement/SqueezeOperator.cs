using OnnxConvert.Ir;
using OnnxConvert.Numerics;
using OnnxConvert.Operators.Evaluation;
using OnnxConvert.Operators.Inference;
using OnnxConvert.Operators.Layout;

namespace OnnxConvert.Operators.Arrangement;

/// <summary>Squeeze: without some dimensions of size 1.</summary>
[Defines("Squeeze")]
internal sealed class SqueezeOperator : OperatorDefinition
{
    public override OperatorTraits Traits => OperatorTraits.MovesData;

    public override LayoutRule Layout => SqueezeLayoutRule.Instance;

    public override bool CanEvaluate => true;

    public override void Infer(InferenceCall c) => c.Set(0, c.Type(0), Squeeze(c));

    private static Shape? Squeeze(InferenceCall c)
    {
        if (c.Shape(0) is not { } x)
            return null;
        if (!c.Has(1) && !c.HasAttribute("axes"))
            return x.All(d => d.IsStatic) ? new Shape(x.Where(d => d.Size != 1)) : null;
        if (c.IntsOrInput("axes", 1) is not { } axes)
            return null;
        var removed = new bool[x.Rank];
        foreach (long axis in axes)
        {
            int index = c.Axis(axis, x.Rank);
            if (x[index].Size is not (null or 1))
                c.Fail($"axis {axis} of shape {x} is not 1");
            removed[index] = true;
        }

        return new Shape(x.Where((_, i) => !removed[i]));
    }

    internal override TensorData? Evaluate(EvaluationCall c) => c[0].Reshape(Squeezed(c));

    private static long[] Squeezed(EvaluationCall c)
    {
        TensorData data = c[0];
        long[]? axes = c.Ints(1, "axes");
        HashSet<int>? removed = axes is null ? null : [.. axes.Select(axis => Indexing.Axis(axis, data.Rank))];
        return [.. data.Dims.Where((size, axis) => removed is null ? size != 1 : !removed.Contains(axis))];
    }
}
