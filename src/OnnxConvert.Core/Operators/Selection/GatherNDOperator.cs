using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Selection;

/// <summary>GatherND: slices, each picked by as many indices as the last dimension of the indices has.</summary>
[Defines("GatherND")]
internal sealed class GatherNDOperator : OperatorDefinition
{
    public override void Infer(InferenceCall c) => c.Set(0, c.Type(0), GatherND(c));

    /// <summary>The shape of the picked slices; null if it is not known how deep the indices are.</summary>
    internal static Shape? GatherND(InferenceCall c)
    {
        if (c.Shape(0) is not { } x || c.Shape(1) is not { Rank: > 0 } indices || indices[indices.Rank - 1].Size is not { } depth)
            return null;
        long taken = c.Int("batch_dims", 0) + depth;
        if (taken < 0 || taken > x.Rank)
            c.Fail($"the indices are {depth} deep, the data has rank {x.Rank}");
        return new Shape(indices.Take(indices.Rank - 1).Concat(x.Skip((int)taken)));
    }
}
