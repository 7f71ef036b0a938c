using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>STRIDED_SLICE → Slice, Squeeze for shrunk dimensions, Unsqueeze for new ones. Inputs begin, end and strides, one number for each entry.</summary>
/// <remarks>
/// begin and end follow NumPy, as ONNX's do: negative ones count from the back, what lies outside is cut. Masked ones reach to
/// the end of the dimension; with <c>offset</c>, end counts from begin.
/// </remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.StridedSlice, Restrictions = "the number of strides must be known")]
[OpHandler(TfLiteOps.CustomDomain, "FlexStridedSlice", Restrictions = "the number of strides must be known")]
internal sealed class StridedSliceHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        var spec = new StridedSliceSpec(op, (int)op.Size(3, 0), op.Rank(0));
        Value x = op.Raw(0);
        if (spec.Sliced.Count > 0)
        {
            x = op.ConstantInts(1) is { } begin && op.ConstantInts(2) is { } end && op.ConstantInts(3) is { } strides
                ? Slice(op, x, spec, begin, end, strides)
                : SliceComputed(op, x, spec);
        }

        op.RawResult(0, op.Emit.Unsqueeze(op.Emit.Squeeze(x, spec.Shrunk), spec.Added));
    }

    private static Value Slice(OpContext op, Value x, StridedSliceSpec spec, long[] begin, long[] end, long[] strides)
    {
        var starts = new List<long>();
        var ends = new List<long>();
        var axes = new List<long>();
        var steps = new List<long>();
        foreach ((int i, int axis) in spec.Sliced)
        {
            bool backward = strides[i] < 0;
            long start = begin[i];
            long stop = op.Flag("offset") ? start + end[i] : end[i];
            if (spec.IsShrunk(axis))
            {
                stop = start == -1 ? long.MaxValue : start + 1;
                backward = false;
            }
            else
            {
                if (StridedSliceSpec.Bit(op.Int("begin_mask"), i))
                    start = backward ? long.MaxValue : 0;
                if (StridedSliceSpec.Bit(op.Int("end_mask"), i))
                    stop = backward ? long.MinValue : long.MaxValue;
            }

            if (start == 0 && stop == long.MaxValue && strides[i] == 1)
                continue;
            starts.Add(start);
            ends.Add(stop);
            axes.Add(axis);
            steps.Add(spec.IsShrunk(axis) ? 1 : strides[i]);
        }

        return axes.Count == 0 ? x : op.Emit.Slice(x, [.. starts], [.. ends], [.. axes], steps.All(step => step == 1) ? [] : [.. steps]);
    }

    private static Value SliceComputed(OpContext op, Value x, StridedSliceSpec spec)
    {
        Value entries = op.Emit.Ints([.. spec.Sliced.Select(slice => (long)slice.Entry)]);
        Value starts = op.Emit.Gather(op.Emit.Cast(op.Declared(1), ElementType.Int64), entries, 0);
        Value stops = op.Emit.Gather(op.Emit.Cast(op.Declared(2), ElementType.Int64), entries, 0);
        Value one = op.Emit.Const(1L);
        if (op.Flag("offset"))
            stops = op.Emit.Add(starts, stops);
        Value behindShrunk = op.Emit.Add(starts, one);
        behindShrunk = op.Emit.Where(op.Emit.Compare("Equal", behindShrunk, op.Emit.Const(0L)), op.Emit.Const(long.MaxValue), behindShrunk);

        starts = Choose(op, spec, starts, (i, axis) => StridedSliceSpec.Bit(op.Int("begin_mask"), i) && !spec.IsShrunk(axis), Ends(long.MaxValue, 0));
        stops = Choose(op, spec, stops, (i, axis) => StridedSliceSpec.Bit(op.Int("end_mask"), i) && !spec.IsShrunk(axis), Ends(long.MinValue, long.MaxValue));
        stops = Choose(op, spec, stops, (_, axis) => spec.IsShrunk(axis), () => behindShrunk);
        Value axes = op.Emit.Ints([.. spec.Sliced.Select(slice => (long)slice.Axis)]);
        Value steps = Choose(op, spec, Steps(), (_, axis) => spec.IsShrunk(axis), () => one);
        return op.Emit.Slice(x, starts, stops, axes, steps);

        Value Steps() => op.ConstantInts(3) is { } known
            ? op.Emit.Ints([.. spec.Sliced.Select(slice => known[slice.Entry])])
            : op.Emit.Gather(op.Emit.Cast(op.Declared(3), ElementType.Int64), entries, 0);

        Func<Value> Ends(long backward, long forward) => () => op.ConstantInts(3) is { } known
            ? op.Emit.Ints([.. spec.Sliced.Select(slice => known[slice.Entry] < 0 ? backward : forward)])
            : op.Emit.Where(op.Emit.Compare("Less", Steps(), op.Emit.Const(0L)), op.Emit.Const(backward), op.Emit.Const(forward));
    }

    /// <summary>Takes the entries that a condition picks from another vector.</summary>
    private static Value Choose(OpContext op, StridedSliceSpec spec, Value value, Func<int, int, bool> picks, Func<Value> other)
    {
        bool[] mask = [.. spec.Sliced.Select(slice => picks(slice.Entry, slice.Axis))];
        return mask.Contains(true) ? op.Emit.Where(op.Emit.Const(TensorData.Vector<bool>(mask)), other(), value) : value;
    }
}
