using OnnxConvert.Ir;

namespace OnnxConvert.Emission;

public sealed partial class Emitter
{
    /// <summary>Cuts out a box at known places.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="starts">The first index, one for each axis.</param>
    /// <param name="ends">The index behind the last; <see cref="long.MaxValue"/>: to the end.</param>
    /// <param name="axes">The axes.</param>
    /// <param name="steps">The steps, negative ones run backwards; empty: 1 throughout.</param>
    public Value Slice(Value x, ReadOnlySpan<long> starts, ReadOnlySpan<long> ends, ReadOnlySpan<long> axes, ReadOnlySpan<long> steps = default)
    {
        if (Opset >= 10)
            return Node("Slice", [x, Ints(starts), Ints(ends), Ints(axes), steps.IsEmpty ? null : Ints(steps)]);
        return steps.ContainsAnyExcept(1)
            ? GatherSteps(x, starts, ends, axes, steps)
            : Node("Slice", [x], IntsAttribute("starts", starts), IntsAttribute("ends", ends), IntsAttribute("axes", axes));
    }

    /// <summary>Cuts out a box at computed places: rank 1 values of one integer type, as <see cref="Slice(Value, ReadOnlySpan{long}, ReadOnlySpan{long}, ReadOnlySpan{long}, ReadOnlySpan{long})"/>.</summary>
    public Value Slice(Value x, Value starts, Value ends, Value axes, Value? steps = null) => Opset >= 10
        ? Node("Slice", [x, starts, ends, axes, steps])
        : GatherBox(x, starts, ends, axes, steps);

    /// <summary>Picks slices along an axis.</summary>
    public Value Gather(Value x, Value indices, long axis)
    {
        Value wide = indices.ElementType is ElementType.Int32 or ElementType.Int64 ? indices : Cast(indices, ElementType.Int64);
        return Node("Gather", [x, wide], new NodeAttribute("axis", axis));
    }

    /// <summary>Picks slices by rows of coordinates, the last dimension of <paramref name="indices"/>, within each of the leading batch dimensions.</summary>
    /// <param name="x">(batch..., picked..., rest...).</param>
    /// <param name="indices">(batch..., any..., number of picked dimensions), int64, none negative.</param>
    /// <param name="batch">The number of batch dimensions.</param>
    /// <returns>(batch..., any..., rest...).</returns>
    public Value GatherNd(Value x, Value indices, int batch = 0)
    {
        if (Opset >= 12 || (Opset == 11 && batch == 0))
            return Node("GatherND", [x, indices], batch == 0 ? [] : [new NodeAttribute("batch_dims", (long)batch)]);
        if (Sizes(x) is not { } sizes || indices.Shape is not { Rank: > 0 } shape || shape[shape.Rank - 1].Size is not { } picked || batch + picked > sizes.Length)
            throw new UnsupportedModelException($"Picking by coordinates from a tensor of sizes that are not known needs opset {(batch == 0 ? 11 : 12)} or higher.");

        // Places in the tensor with all but the rest flattened.
        var strides = new long[picked];
        long stride = 1;
        for (int i = strides.Length - 1; i >= 0; i--)
        {
            strides[i] = stride;
            stride *= sizes[batch + i];
        }

        int inner = batch + (int)picked;
        Value places = Reduce("ReduceSum", Mul(indices, Ints(strides)), [shape.Rank - 1], keepDims: false);
        long images = 1;
        for (int i = batch - 1; i >= 0; i--)
        {
            long unit = images * stride;
            long[] offsets = [.. Enumerable.Range(0, (int)sizes[i]).Select(image => image * unit)];
            places = Add(places, Unsqueeze(Ints(offsets), [.. Enumerable.Range(1, shape.Rank - 2 - i).Select(axis => (long)axis)]));
            images *= sizes[i];
        }

        return Gather(Reshape(x, [images * stride, .. sizes[inner..]]), places, 0);
    }

    /// <summary>What a Slice with steps picks, before opset 10.</summary>
    private Value GatherSteps(Value x, ReadOnlySpan<long> starts, ReadOnlySpan<long> ends, ReadOnlySpan<long> axes, ReadOnlySpan<long> steps)
    {
        for (int i = 0; i < axes.Length; i++)
        {
            long axis = axes[i] < 0 ? axes[i] + (x.Shape?.Rank ?? 0) : axes[i];
            if (starts[i] == -1 && ends[i] == long.MinValue && steps[i] == -1 && x.Shape is not null)
            {
                Value last = Sub(Size(x, (int)axis), Const(1L));
                x = Gather(x, Sub(last, Indices(Size(x, (int)axis))), axis);
                continue;
            }

            if (x.Shape?[(int)axis].Size is not { } size || size > MaxKnownIndices)
                throw new UnsupportedModelException("Slices with steps of a size that is not known need opset 10 or higher.");
            long step = steps[i];
            long first = Math.Clamp(starts[i] < 0 ? starts[i] + size : starts[i], step < 0 ? -1 : 0, step < 0 ? size - 1 : size);
            long end = Math.Clamp(ends[i] < 0 ? ends[i] + size : ends[i], step < 0 ? -1 : 0, size);
            long count = Math.Max(0, (end - first + step - Math.Sign(step)) / step);
            x = Gather(x, Ints([.. Enumerable.Range(0, (int)count).Select(index => first + (index * step))]), axis);
        }

        return x;
    }

    /// <summary>What a Slice at computed places picks, before opset 10.</summary>
    private Value GatherBox(Value x, Value starts, Value ends, Value axes, Value? steps)
    {
        if (axes.Constant is not { } known || x.Shape is not { } shape || (steps is not null && (steps.Constant is not { } constant || Numbers.ToInt64(constant).AsSpan().ContainsAnyExcept(1))))
            throw new UnsupportedModelException("Slices at computed places along computed axes, in steps, or of an unknown rank need opset 10 or higher.");
        long[] axisNumbers = Numbers.ToInt64(known);
        for (int i = 0; i < axisNumbers.Length; i++)
        {
            int axis = (int)(axisNumbers[i] < 0 ? axisNumbers[i] + shape.Rank : axisNumbers[i]);
            Value size = Size(x, axis);
            Value start = Within(Gather(starts, Ints(i), 0), size);
            Value count = Max(Sub(Within(Gather(ends, Ints(i), 0), size), start), Const(0L));
            x = Gather(x, Add(start, Indices(count)), axis);
        }

        return x;
    }

    /// <summary>A place along an axis as Slice reads it: negative ones count from the end, and none is outside.</summary>
    private Value Within(Value place, Value size)
    {
        place = Cast(place, ElementType.Int64);
        place = Where(Compare("Less", place, Const(0L)), Add(place, size), place);
        return Min(Max(place, Const(0L)), size);
    }
}
