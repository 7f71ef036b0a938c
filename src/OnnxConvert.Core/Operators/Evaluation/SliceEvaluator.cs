using OnnxConvert.Ir;

namespace OnnxConvert.Operators.Evaluation;

/// <summary>Slice: every n-th element of a range along some axes; bounds beyond the ends are cut off.</summary>
internal static class SliceEvaluator
{
    internal static TensorData? Evaluate(EvaluationContext context)
    {
        TensorData data = context[0];
        long[] starts = context.Ints(1, "starts") ?? throw new ArgumentException("Slice lacks its starts.");
        long[] ends = context.Ints(2, "ends") ?? throw new ArgumentException("Slice lacks its ends.");
        long[] axes = context.Ints(3, "axes") ?? [.. Enumerable.Range(0, starts.Length).Select(axis => (long)axis)];
        long[]? steps = context.Ints(4, "steps");
        if (ends.Length != starts.Length || axes.Length != starts.Length || (steps is not null && steps.Length != starts.Length))
            return null;

        long[] dims = [.. data.Dims];
        long[] strides = Indexing.Strides(dims);
        long first = 0;
        for (int i = 0; i < starts.Length; i++)
        {
            int axis = Indexing.Axis(axes[i], data.Rank);
            (long start, long count, long step) = Range(starts[i], ends[i], steps?[i] ?? 1, data.Dims[axis]);
            first += start * strides[axis];
            dims[axis] = count;
            strides[axis] *= step;
        }

        return Picking.Pick(data, dims, Indexing.Walk(dims, strides, first));
    }

    private static (long Start, long Count, long Step) Range(long start, long end, long step, long size)
    {
        if (step == 0 || step == long.MinValue)
            throw new ArgumentException($"A slice cannot have the step {step}.");
        start = start < 0 ? start + size : start;
        end = end < 0 ? end + size : end;
        if (step > 0)
        {
            start = Math.Clamp(start, 0, size);
            end = Math.Clamp(end, start, size);
            return (start, Count(end - start, step), step);
        }

        start = Math.Clamp(start, -1, size - 1);
        end = Math.Clamp(end, -1, start);
        return (start, Count(start - end, -step), step);
    }

    private static long Count(long length, long step) => (length / step) + (length % step == 0 ? 0 : 1);
}
