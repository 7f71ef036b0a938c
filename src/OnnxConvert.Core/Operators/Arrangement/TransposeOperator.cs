using OnnxConvert.Ir;
using OnnxConvert.Numerics;
using OnnxConvert.Operators.Evaluation;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Arrangement;

/// <summary>Transpose; without <c>perm</c> the dimensions are reversed. The elements are moved only when someone reads them.</summary>
[Defines("Transpose")]
internal sealed class TransposeOperator : OperatorDefinition
{
    public override OperatorTraits Traits => OperatorTraits.MovesData;

    public override void Infer(InferenceCall c)
    {
        if (c.Shape(0) is not { } x)
        {
            c.Set(0, c.Type(0), null);
            return;
        }

        int[] permutation = c.Ints("perm") is { } perm ? [.. perm.Select(p => (int)p)] : [.. Enumerable.Range(0, x.Rank).Reverse()];
        if (!permutation.Order().SequenceEqual(Enumerable.Range(0, x.Rank)))
            c.Fail($"perm [{string.Join(',', permutation)}] is no permutation of {x.Rank} axes");
        c.Set(0, c.Type(0), x.Permute(permutation));
    }

    public override bool CanEvaluate => true;

    internal override TensorData? Evaluate(EvaluationCall c)
    {
        TensorData data = c[0];
        long[]? permutation = c.Ints(1, "perm");
        return data.Transpose(permutation is null
            ? [.. Enumerable.Range(0, data.Rank).Reverse()]
            : [.. permutation.Select(axis => Indexing.Axis(axis, data.Rank))]);
    }
}
