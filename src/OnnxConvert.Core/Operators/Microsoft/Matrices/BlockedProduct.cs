using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Microsoft.Matrices;

/// <summary>The product of a tensor [..., K] with weights that are stored in blocks, whose shape says nothing of the matrix that they are.</summary>
internal static class BlockedProduct
{
    /// <summary>The shape [..., N] of the product.</summary>
    /// <param name="c">The call.</param>
    /// <param name="columns">N; negative if it is not known.</param>
    public static Shape? Of(InferenceCall c, long columns) => c.Shape(0) is { Rank: > 0 } a ? a.With(a.Rank - 1, Dims.Of(columns)) : null;
}
