using OnnxConvert.Ir;
using OnnxConvert.Numerics;
using OnnxConvert.Operators.Evaluation;
using OnnxConvert.Operators.Inference;
using OnnxConvert.Operators.Layout;

namespace OnnxConvert.Operators.Selection;

/// <summary>Slice: every n-th element of a range along some axes; bounds beyond the ends are cut off.</summary>
[Defines("Slice")]
internal sealed class SliceOperator : OperatorDefinition
{
    public override OperatorTraits Traits => OperatorTraits.MovesData;

    public override LayoutRule Layout => SliceLayoutRule.Instance;

    public override void Infer(InferenceCall c)
    {
        if (c.Shape(0) is not { } x)
        {
            c.Set(0, c.Type(0), null);
            return;
        }

        long[]? starts = c.IntsOrInput("starts", 1);
        long[]? ends = c.IntsOrInput("ends", 2);
        long[]? axes = c.IntsOrInput("axes", 3) ?? (c.Has(3) || starts is null ? null : [.. Enumerable.Range(0, starts.Length).Select(i => (long)i)]);
        long[]? steps = c.Has(4) ? c.Constant(4) : axes is null ? null : [.. Enumerable.Repeat(1L, axes.Length)];
        if (axes is null)
        {
            c.Set(0, c.Type(0), Dims.OfRank(x.Rank));
            return;
        }

        Dimension[] result = [.. x];
        for (int i = 0; i < axes.Length; i++)
        {
            int axis = c.Axis(axes[i], x.Rank);
            bool isKnown = starts?.Length > i && ends?.Length > i && steps?.Length > i;
            result[axis] = isKnown ? CountOf(c, x[axis], starts![i], ends![i], steps![i]) : Dimension.Unknown;
        }

        c.Set(0, c.Type(0), new Shape(result));
    }

    private static Dimension CountOf(InferenceCall c, Dimension dimension, long start, long end, long step)
    {
        if (step == 0)
            c.Fail("a step is 0");
        // Nothing is cut off, whatever the size.
        if (step == 1 && start == 0 && end >= int.MaxValue)
            return dimension;
        if (dimension.Size is not { } size)
            return Dimension.Unknown;
        start = start < 0 ? start + size : start;
        end = end < 0 ? (end < -size ? -1 : end + size) : end;
        (start, end) = step > 0
            ? (Math.Clamp(start, 0, size), Math.Clamp(end, 0, size))
            : (Math.Clamp(start, 0, Math.Max(size - 1, 0)), Math.Clamp(end, -1, size));
        if (size == 0)
            return 0;
        long span = step > 0 ? end - start : start - end;
        // The smallest number has no counterpart of the other sign.
        long stride = step == long.MinValue ? long.MaxValue : Math.Abs(step);
        return span <= 0 ? 0 : ((span - 1) / stride) + 1;
    }

    public override bool CanEvaluate => true;

    internal override TensorData? Evaluate(EvaluationCall c)
    {
        TensorData data = c[0];
        long[] starts = c.Ints(1, "starts") ?? throw new ArgumentException("Slice lacks its starts.");
        long[] ends = c.Ints(2, "ends") ?? throw new ArgumentException("Slice lacks its ends.");
        long[] axes = c.Ints(3, "axes") ?? [.. Enumerable.Range(0, starts.Length).Select(axis => (long)axis)];
        long[]? steps = c.Ints(4, "steps");
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
