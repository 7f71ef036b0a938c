using OnnxConvert.Ir;
using OnnxConvert.Numerics;
using OnnxConvert.Operators.Evaluation;
using OnnxConvert.Operators.Inference;
using OnnxConvert.Operators.Layout;

namespace OnnxConvert.Operators.Arrangement;

/// <summary>Expand: broadcasts a tensor to sizes that may themselves be broadcast to it.</summary>
[Defines("Expand")]
internal sealed class ExpandOperator : OperatorDefinition
{
    public override OperatorTraits Traits => OperatorTraits.MovesData;

    public override LayoutRule Layout => PerDimensionLayoutRule.Instance;

    public override bool CanEvaluate => true;

    public override void Infer(InferenceCall c) => c.Set(0, c.Type(0), Expand(c));

    internal override TensorData? Evaluate(EvaluationCall c) => Expand(c[0], c.Ints(1, "shape") ?? throw new ArgumentException("The shape are missing."));

    private static Shape? Expand(InferenceCall c)
    {
        if (c.Shape(0) is not { } x)
            return null;
        if (c.Elements(1) is { } target)
            return Dims.Broadcast(c, x, new Shape(target.Select(s => s.ToDimension())));
        return c.Shape(1) is { Rank: 1 } shape && shape[0].Size is <= 64 and { } rank ? Dims.OfRank(Math.Max(x.Rank, (int)rank)) : null;
    }

    private static TensorData Expand(TensorData data, long[] sizes)
    {
        long[] dims = Indexing.BroadcastDims(data.Dims.AsSpan(), sizes);
        return Picking.Pick(data, dims, Indexing.Broadcast(data.Dims.AsSpan(), dims));
    }
}
