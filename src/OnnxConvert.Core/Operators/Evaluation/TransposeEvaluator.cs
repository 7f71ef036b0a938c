using OnnxConvert.Ir;

namespace OnnxConvert.Operators.Evaluation;

/// <summary>Transpose; without <c>perm</c> the dimensions are reversed. The elements are moved only when someone reads them.</summary>
internal static class TransposeEvaluator
{
    internal static TensorData? Evaluate(EvaluationContext context)
    {
        TensorData data = context[0];
        long[]? permutation = context.Ints(1, "perm");
        return data.Transpose(permutation is null
            ? [.. Enumerable.Range(0, data.Rank).Reverse()]
            : [.. permutation.Select(axis => Indexing.Axis(axis, data.Rank))]);
    }
}
