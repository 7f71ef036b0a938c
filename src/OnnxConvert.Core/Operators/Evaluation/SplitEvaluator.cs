using OnnxConvert.Ir;

namespace OnnxConvert.Operators.Evaluation;

/// <summary>Split: parts along an axis, of given sizes or as equal as possible with a smaller last one.</summary>
internal static class SplitEvaluator
{
    internal static TensorData[]? Evaluate(EvaluationContext context)
    {
        TensorData data = context[0];
        int axis = Indexing.Axis(context.Attributes.Int("axis"), data.Rank);
        long size = data.Dims[axis];
        long[] parts = context.Ints(1, "split") ?? EqualParts(size, context.Attributes.Int("num_outputs", context.Node.Outputs.Count));
        if (parts.Sum() != size)
            return null;

        var results = new TensorData[parts.Length];
        long[] strides = Indexing.Strides(data.Dims.AsSpan());
        long start = 0;
        for (int i = 0; i < parts.Length; i++)
        {
            long[] dims = [.. data.Dims.SetItem(axis, parts[i])];
            results[i] = Picking.Pick(data, dims, Indexing.Walk(dims, strides, start * strides[axis]));
            start += parts[i];
        }

        return results;
    }

    private static long[] EqualParts(long size, long count)
    {
        long each = (size + count - 1) / count;
        return [.. Enumerable.Range(0, (int)count).Select(i => Math.Clamp(size - (i * each), 0, each))];
    }
}
