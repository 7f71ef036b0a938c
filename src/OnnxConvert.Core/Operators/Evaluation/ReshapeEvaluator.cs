using OnnxConvert.Ir;

namespace OnnxConvert.Operators.Evaluation;

/// <summary>Reshape, Squeeze, Unsqueeze, Flatten: the same elements under other sizes.</summary>
internal static class ReshapeEvaluator
{
    internal static TensorData? Evaluate(EvaluationContext context) => context[0].Reshape(context.Node.OpType switch
    {
        "Reshape" => Reshaped(context),
        "Squeeze" => Squeezed(context),
        "Unsqueeze" => Unsqueezed(context),
        _ => Flattened(context),
    });

    /// <summary>0 copies the size of the input unless <c>allowzero</c> is set; -1 takes what is left.</summary>
    private static long[] Reshaped(EvaluationContext context)
    {
        TensorData data = context[0];
        long[] dims = context.Ints(1, "shape") ?? throw new ArgumentException("Reshape lacks its shape.");
        bool copies = context.Attributes.Int("allowzero") == 0;
        for (int i = 0; i < dims.Length; i++)
        {
            if (dims[i] == 0 && copies)
                dims[i] = i < data.Rank ? data.Dims[i] : throw new ArgumentException("Reshape copies a size that the input does not have.");
        }

        int rest = Array.IndexOf(dims, -1);
        if (rest >= 0)
        {
            dims[rest] = 1;
            dims[rest] = data.ElementCount / Indexing.Count(dims);
        }

        return dims;
    }

    private static long[] Squeezed(EvaluationContext context)
    {
        TensorData data = context[0];
        long[]? axes = context.Ints(1, "axes");
        HashSet<int>? removed = axes is null ? null : [.. axes.Select(axis => Indexing.Axis(axis, data.Rank))];
        return [.. data.Dims.Where((size, axis) => removed is null ? size != 1 : !removed.Contains(axis))];
    }

    private static long[] Unsqueezed(EvaluationContext context)
    {
        TensorData data = context[0];
        long[] axes = context.Ints(1, "axes") ?? throw new ArgumentException("Unsqueeze lacks its axes.");
        int rank = data.Rank + axes.Length;
        HashSet<int> inserted = [.. axes.Select(axis => Indexing.Axis(axis, rank))];
        var rest = new Queue<long>(data.Dims);
        return [.. Enumerable.Range(0, rank).Select(axis => inserted.Contains(axis) ? 1 : rest.Dequeue())];
    }

    private static long[] Flattened(EvaluationContext context)
    {
        TensorData data = context[0];
        long axis = context.Attributes.Int("axis", 1);
        int cut = axis == data.Rank ? data.Rank : Indexing.Axis(axis, data.Rank);
        return [Indexing.Count(data.Dims.AsSpan()[..cut]), Indexing.Count(data.Dims.AsSpan()[cut..])];
    }
}
