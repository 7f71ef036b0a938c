using OnnxConvert.Ir;

namespace OnnxConvert.Operators.Evaluation;

/// <summary>Expand broadcasts, Tile repeats.</summary>
internal static class RepeatEvaluator
{
    internal static TensorData? Evaluate(EvaluationContext context)
    {
        TensorData data = context[0];
        long[] sizes = context.Ints(1, "shape") ?? throw new ArgumentException("The sizes are missing.");
        return context.Node.OpType == "Expand" ? Expand(data, sizes) : Tile(data, sizes);
    }

    private static TensorData Expand(TensorData data, long[] sizes)
    {
        long[] dims = Indexing.BroadcastDims(data.Dims.AsSpan(), sizes);
        return Picking.Pick(data, dims, Indexing.Broadcast(data.Dims.AsSpan(), dims));
    }

    /// <summary>A repetition is a dimension of its own in front of the repeated one, along which the source does not move.</summary>
    private static TensorData Tile(TensorData data, long[] repeats)
    {
        if (repeats.Length != data.Rank)
            throw new ArgumentException($"{repeats.Length} repeats do not fit {data}.");
        long[] own = Indexing.Strides(data.Dims.AsSpan());
        var dims = new long[data.Rank * 2];
        var strides = new long[data.Rank * 2];
        for (int i = 0; i < data.Rank; i++)
        {
            dims[i * 2] = repeats[i];
            dims[(i * 2) + 1] = data.Dims[i];
            strides[(i * 2) + 1] = own[i];
        }

        return Picking.Pick(data, [.. data.Dims.Select((size, axis) => size * repeats[axis])], Indexing.Walk(dims, strides));
    }
}
