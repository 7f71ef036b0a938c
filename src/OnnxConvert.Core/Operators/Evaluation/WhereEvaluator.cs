using OnnxConvert.Ir;

namespace OnnxConvert.Operators.Evaluation;

/// <summary>Where: the elements of one tensor or another, as a condition says.</summary>
internal static class WhereEvaluator
{
    internal static TensorData? Evaluate(EvaluationContext context)
    {
        TensorData condition = context[0];
        TensorData x = context[1];
        TensorData y = context[2];
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
