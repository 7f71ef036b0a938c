using OnnxConvert.Ir;

namespace OnnxConvert.Extensibility;

public sealed partial class Emitter
{
    /// <summary>Reshapes to known sizes; one may be -1, and 0 means an empty dimension.</summary>
    public Value Reshape(Value x, params ReadOnlySpan<long> sizes)
    {
        if (!sizes.Contains(0))
            return Node("Reshape", [x, Ints(sizes)]);
        // A literal 0 is a size only since allowzero (opset 14); before, 0 copies the input's size, which Expand of an empty tensor avoids.
        return Opset >= 14
            ? Node("Reshape", [x, Ints(sizes)], new NodeAttribute("allowzero", 1L))
            : Node("ConstantOfShape", [Ints(sizes)], new NodeAttribute("value", Numbers.Scalar(0, x.ElementType).Reshape(1)));
    }

    /// <summary>Reshapes to computed sizes, a rank 1 int64 value. A size of 0 means an empty dimension; below opset 14 only one size may be 0, and none -1 then.</summary>
    public Value Reshape(Value x, Value sizes)
    {
        Value numbers = Cast(sizes, ElementType.Int64);
        if (sizes.Constant is not null)
            return Node("Reshape", [x, numbers]);
        if (Opset >= 14)
            return Node("Reshape", [x, numbers], new NodeAttribute("allowzero", 1L));
        // There, a 0 copies the input's size; -1 gives the 0 that is left over when the tensor is empty.
        return Node("Reshape", [x, Where(Compare("Equal", numbers, Const(0L)), Const(-1L), numbers)]);
    }

    /// <summary>Permutes dimensions: dimension i of the result is dimension <c>permutation[i]</c> of <paramref name="x"/>. An identity adds nothing; constants stay constants.</summary>
    public Value Transpose(Value x, params ReadOnlySpan<int> permutation)
    {
        if (IsIdentity(permutation))
            return x;
        if (x.Constant is { } data)
            return Const(data.Transpose(permutation), x.Name);
        var perm = new long[permutation.Length];
        for (int i = 0; i < perm.Length; i++)
            perm[i] = permutation[i];
        return Node("Transpose", [x], IntsAttribute("perm", perm));
    }

    /// <summary>From channels last (N, spatial..., C) to channels first (N, C, spatial...), for the given rank.</summary>
    public Value ToChannelsFirst(Value x, int rank = 4) => Transpose(x, Layouts.ToChannelsFirst(rank));

    /// <summary>From channels first (N, C, spatial...) to channels last (N, spatial..., C), for the given rank.</summary>
    public Value ToChannelsLast(Value x, int rank = 4) => Transpose(x, Layouts.ToChannelsLast(rank));

    /// <summary>Removes dimensions of size 1.</summary>
    public Value Squeeze(Value x, params ReadOnlySpan<long> axes) => axes.IsEmpty ? x : WithAxes("Squeeze", x, axes, 13);

    /// <summary>Inserts dimensions of size 1 at the given places of the result.</summary>
    public Value Unsqueeze(Value x, params ReadOnlySpan<long> axes) => axes.IsEmpty ? x : WithAxes("Unsqueeze", x, axes, 13);

    /// <summary>The sizes of <paramref name="x"/> as a rank 1 int64 value; a constant where they are known.</summary>
    public Value Shape(Value x) => Sizes(x) is { } sizes ? Ints(sizes) : Node("Shape", [x]);

    /// <summary>One size of <paramref name="x"/> as a rank 1 int64 value of one element; a constant where it is known.</summary>
    public Value Size(Value x, int axis) => x.Shape?[axis].Size is { } size ? Ints(size) : Gather(Node("Shape", [x]), Ints(axis), 0);

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

    /// <summary>Cuts out a box at computed places: rank 1 values of one integer type, as <see cref="Slice(Value, ReadOnlySpan{long}, ReadOnlySpan{long}, ReadOnlySpan{long}, ReadOnlySpan{long})"/>.</summary>
    public Value Slice(Value x, Value starts, Value ends, Value axes, Value? steps = null) => Opset >= 10
        ? Node("Slice", [x, starts, ends, axes, steps])
        : GatherBox(x, starts, ends, axes, steps);

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

    /// <summary>Joins tensors along an axis.</summary>
    public Value Concat(ReadOnlySpan<Value> parts, long axis) => parts.Length == 1
        ? parts[0]
        : Node("Concat", parts.ToArray(), new NodeAttribute("axis", axis));

    /// <summary>Cuts a tensor into parts of known sizes along an axis.</summary>
    public IReadOnlyList<Value> Split(Value x, long axis, params ReadOnlySpan<long> sizes)
    {
        var axisAttribute = new NodeAttribute("axis", axis);
        return Opset >= 13
            ? Nodes("Split", sizes.Length, [x, Ints(sizes)], axisAttribute)
            : Nodes("Split", sizes.Length, [x], axisAttribute, IntsAttribute("split", sizes));
    }

    /// <summary>Cuts a tensor into parts of computed sizes, a rank 1 int64 value, along an axis; opset 13 or higher.</summary>
    public IReadOnlyList<Value> Split(Value x, long axis, Value sizes, int count) => Opset >= 13
        ? Nodes("Split", count, [x, sizes], new NodeAttribute("axis", axis))
        : throw new UnsupportedModelException("Splitting into parts of computed sizes needs opset 13 or higher.");

    /// <summary>Cuts a tensor into equal parts along an axis, whose size need not be known.</summary>
    public IReadOnlyList<Value> SplitEqually(Value x, long axis, int count) => Opset >= 18
        ? Nodes("Split", count, [x], new NodeAttribute("axis", axis), new NodeAttribute("num_outputs", (long)count))
        : Nodes("Split", count, [x], new NodeAttribute("axis", axis));

    /// <summary>Removes all dimensions of size 1.</summary>
    public Value SqueezeAll(Value x) => Node("Squeeze", [x]);

    /// <summary>Pads with a constant by known amounts.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="begins">The number of elements added before each dimension.</param>
    /// <param name="ends">The number of elements added behind each dimension.</param>
    /// <param name="value">A scalar of the tensor's type, or null for 0.</param>
    /// <param name="mode"><c>constant</c>, <c>reflect</c> or <c>edge</c>.</param>
    public Value Pad(Value x, ReadOnlySpan<long> begins, ReadOnlySpan<long> ends, Value? value = null, string mode = "constant")
    {
        if (!begins.ContainsAnyExcept(0) && !ends.ContainsAnyExcept(0))
            return x;
        if (Opset >= 11)
            return Pad(x, Ints([.. begins, .. ends]), value, mode);
        if (value is not null && value.Constant is null)
            throw new UnsupportedModelException("Padding with a computed value needs opset 11 or higher.");
        float number = value?.Constant is { } constant ? (constant.ElementType.IsFloat() ? constant.AsSpan<float>()[0] : Numbers.ToInt64(constant)[0]) : 0;
        ElementType type = x.ElementType;
        return Cast(Node("Pad", [Cast(x, ElementType.Float)], new NodeAttribute("mode", mode), IntsAttribute("pads", [.. begins, .. ends]), new NodeAttribute("value", number)), type);
    }

    /// <summary>Pads by computed amounts: a rank 1 int64 value of all begins, then all ends.</summary>
    public Value Pad(Value x, Value pads, Value? value = null, string mode = "constant")
    {
        if (Opset < 11)
            return PadByJoining(x, Cast(pads, ElementType.Int64), value, mode);
        ElementType type = x.ElementType;
        ElementType computed = KernelTypes.For("Pad", type, Opset);
        Value? fill = value is null ? null : Cast(value, computed);
        NodeAttribute[] attributes = mode == "constant" ? [] : [new NodeAttribute("mode", mode)];
        return Cast(Node("Pad", [Cast(x, computed), Cast(pads, ElementType.Int64), fill], attributes), type);
    }

    /// <summary>Padding by computed amounts before opset 11: along each axis, the tensor between two that hold the value.</summary>
    private Value PadByJoining(Value x, Value pads, Value? value, string mode)
    {
        if (mode != "constant" || x.Shape is not { } shape)
            throw new UnsupportedModelException("Padding by computed amounts needs opset 11 or higher, or a constant value and a known rank.");
        value ??= Const(0, x.ElementType);
        for (int axis = 0; axis < shape.Rank; axis++)
            x = Concat([Filled(x, axis, pads, axis, value), x, Filled(x, axis, pads, shape.Rank + axis, value)], axis);
        return x;
    }

    /// <summary>A value in the sizes of a tensor but for one axis, whose size is the amount of padding.</summary>
    private Value Filled(Value x, int axis, Value pads, int amount, Value value)
    {
        Value[] sizes = [.. Enumerable.Range(0, x.Shape!.Rank).Select(other => other == axis ? Gather(pads, Ints(amount), 0) : Size(x, other))];
        return Expand(value, Concat(sizes, 0));
    }

    /// <summary>Broadcasts to known sizes.</summary>
    public Value Expand(Value x, params ReadOnlySpan<long> sizes) => Expand(x, Ints(sizes));

    /// <summary>Broadcasts to computed sizes.</summary>
    public Value Expand(Value x, Value sizes) => Node("Expand", [x, Cast(sizes, ElementType.Int64)]);

    /// <summary>Repeats along each dimension.</summary>
    public Value Tile(Value x, Value repeats) => Node("Tile", [x, Cast(repeats, ElementType.Int64)]);

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

    internal static bool IsIdentity(ReadOnlySpan<int> permutation)
    {
        for (int i = 0; i < permutation.Length; i++)
        {
            if (permutation[i] != i)
                return false;
        }

        return true;
    }

    private Value WithAxes(string opType, Value x, ReadOnlySpan<long> axes, int asInputFrom) => Opset >= asInputFrom
        ? Node(opType, [x, Ints(axes)])
        : Node(opType, [x], IntsAttribute("axes", axes));
}
