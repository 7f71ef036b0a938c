using OnnxConvert.Ir;
using OnnxConvert.Numerics;
using OnnxConvert.Operators.Evaluation;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Elementwise;

/// <summary>Where: the elements of one tensor or another, as a condition says.</summary>
[Defines("Where")]
internal sealed class WhereOperator : BroadcastOperator
{
    public override OperatorTraits Traits => OperatorTraits.Elementwise | OperatorTraits.MovesData;

    internal override bool IsData(int input) => input > 0;

    private protected override ElementType ResultType(InferenceCall c) => c.Type(1) == ElementType.Undefined ? c.Type(2) : c.Type(1);

    public override bool CanEvaluate => true;

    internal override TensorData? Evaluate(EvaluationCall c)
    {
        TensorData condition = c[0];
        TensorData x = c[1];
        TensorData y = c[2];
        long[] dims = Indexing.BroadcastDims(condition.Dims.AsSpan(), Indexing.BroadcastDims(x.Dims.AsSpan(), y.Dims.AsSpan()));
        int[] choice = Indexing.Broadcast(condition.Dims.AsSpan(), dims);
        int[] fromX = Indexing.Broadcast(x.Dims.AsSpan(), dims);
        int[] fromY = Indexing.Broadcast(y.Dims.AsSpan(), dims);
        ReadOnlySpan<byte> chosen = condition.AsSpan<byte>();
        var positions = new int[choice.Length];
        for (int i = 0; i < positions.Length; i++)
            positions[i] = chosen[choice[i]] != 0 ? fromX[i] : (int)x.ElementCount + fromY[i];
        return Picking.Pick([x, y], dims, positions);
    }
}
