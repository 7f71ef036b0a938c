using OnnxConvert.Ir;

namespace OnnxConvert.Emission;

public sealed partial class Emitter
{
    /// <summary>A reduction over known axes.</summary>
    /// <param name="opType"><c>ReduceSum</c>, <c>ReduceMean</c>, <c>ReduceMax</c>, <c>ReduceMin</c>, <c>ReduceProd</c>, <c>ReduceL2</c>, …</param>
    /// <param name="x">The tensor.</param>
    /// <param name="axes">The axes; empty: nothing is reduced.</param>
    /// <param name="keepDims">Whether reduced dimensions stay, with size 1.</param>
    public Value Reduce(string opType, Value x, ReadOnlySpan<long> axes, bool keepDims)
    {
        ElementType type = x.ElementType;
        ElementType computed = Computed(opType, type);
        Value wide = Cast(x, computed);
        var keep = new NodeAttribute("keepdims", keepDims ? 1L : 0L);
        // An empty list of axes means all of them, unless noop_with_empty_axes is set, which older opsets do not have.
        if (axes.IsEmpty)
            return opType is "ReduceL2" ? Unary("Abs", x) : opType is "ReduceSumSquare" ? Mul(x, x) : x;
        Value reduced = Opset >= AxesInputFrom(opType)
            ? Node(opType, [wide, Ints(axes)], keep)
            : Node(opType, [wide], IntsAttribute("axes", axes), keep);
        return Cast(reduced, type);
    }

    /// <summary>A reduction over computed axes, a rank 1 integer value; where it is empty, nothing is reduced.</summary>
    /// <exception cref="UnsupportedModelException">The target opset takes axes as an attribute only, and the rank is not known.</exception>
    public Value Reduce(string opType, Value x, Value axes, bool keepDims)
    {
        if (Opset < AxesInputFrom(opType))
            return ReduceByAxis(opType, x, axes, keepDims);
        ElementType type = x.ElementType;
        Value reduced = Node(
            opType,
            [Cast(x, Computed(opType, type)), Cast(axes, ElementType.Int64)],
            new NodeAttribute("keepdims", keepDims ? 1L : 0L),
            new NodeAttribute("noop_with_empty_axes", 1L));
        return Cast(reduced, type);
    }

    /// <summary>Reduces axis by axis those that are among the computed ones.</summary>
    private Value ReduceByAxis(string opType, Value x, Value axes, bool keepDims)
    {
        if (x.Shape is not { } shape)
            throw new UnsupportedModelException($"{opType} over computed axes needs opset {AxesInputFrom(opType)} or higher, or a known rank.");
        ElementType type = x.ElementType;
        Value y = Cast(x, Computed(opType, type));
        axes = Cast(axes, ElementType.Int64);
        axes = Where(Compare("Less", axes, Const(0L)), Add(axes, Const((long)shape.Rank)), axes);
        Value isReduced = Cast(Reduce("ReduceSum", Cast(Compare("Equal", Ints([.. Enumerable.Range(0, shape.Rank).Select(axis => (long)axis)]), Unsqueeze(axes, 1)), ElementType.Int32), [0], keepDims: false), ElementType.Bool);
        for (int axis = 0; axis < shape.Rank; axis++)
        {
            // The result stands in every element along the axis; the first one is kept.
            Value isThis = Slice(isReduced, [axis], [axis + 1], [0]);
            Value spread = Where(isThis, Reduce(opType, y, [axis], keepDims: true), y);
            y = Slice(spread, Ints(0), Where(isThis, Ints(1), Ints(int.MaxValue)), Ints(axis));
        }

        Value kept = keepDims ? y : Reshape(y, Gather(Shape(y), Reshape(NonZero(Not(isReduced)), -1), 0));
        return Cast(kept, type);
    }

    /// <summary>The index of the first largest (<c>ArgMax</c>) or smallest (<c>ArgMin</c>) element along an axis, which is removed; int64.</summary>
    public Value ArgReduce(string opType, Value x, long axis) =>
        Node(opType, [Cast(x, Computed(opType, x.ElementType))], new NodeAttribute("axis", axis), new NodeAttribute("keepdims", 0L));

    /// <summary>The k largest elements along an axis in falling order, or the smallest in rising order, and their indices as int64.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="k">A rank 1 int64 value of one element.</param>
    /// <param name="axis">The axis.</param>
    /// <param name="largest">Whether the largest are wanted; the smallest need opset 11 or higher.</param>
    public (Value Values, Value Indices) TopK(Value x, Value k, long axis, bool largest = true)
    {
        ElementType type = x.ElementType;
        Value wide = Cast(x, Computed("TopK", type));
        var axisAttribute = new NodeAttribute("axis", axis);
        IReadOnlyList<Value> outputs;
        if (!largest)
            outputs = Nodes("TopK", 2, [wide, k], axisAttribute, new NodeAttribute("largest", 0L));
        else if (Opset >= 10)
            outputs = Nodes("TopK", 2, [wide, k], axisAttribute);
        else if (k.Constant is { } known)
            outputs = Nodes("TopK", 2, [wide], axisAttribute, new NodeAttribute("k", Numbers.ToInt64(known)[0]));
        else
            throw new UnsupportedModelException("TopK of a computed number of elements needs opset 10 or higher.");
        return (Cast(outputs[0], type), outputs[1]);
    }

    /// <summary>The running sum along an axis; below opset 11, the axis and its size must be known.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="axis">A scalar of int32 or int64.</param>
    /// <param name="exclusive">Whether an element itself is left out of its sum.</param>
    /// <param name="reverse">Whether the sum runs from the end.</param>
    public Value CumSum(Value x, Value axis, bool exclusive, bool reverse)
    {
        if (Opset < 11)
            return SumByMask(x, axis, exclusive, reverse);
        ElementType type = x.ElementType;
        Value sum = Node(
            "CumSum",
            [Cast(x, Computed("CumSum", type)), axis],
            new NodeAttribute("exclusive", exclusive ? 1L : 0L),
            new NodeAttribute("reverse", reverse ? 1L : 0L));
        return Cast(sum, type);
    }

    /// <summary>Each element takes the sum of what a mask leaves of all along the axis.</summary>
    private Value SumByMask(Value x, Value axis, bool exclusive, bool reverse)
    {
        if (axis.Constant is not { } known || x.Shape is not { } shape)
            throw new UnsupportedModelException("CumSum along a computed axis needs opset 11 or higher.");
        int along = (int)Numbers.ToInt64(known)[0];
        along = along < 0 ? along + shape.Rank : along;
        Value numbers = Indices(Size(x, along));
        // (sums, elements, behind...): an element is left where it is no further than the sum's place.
        Value last = Unsqueeze(numbers, 1);
        Value isIn = reverse ? Compare("Less", last, numbers) : Compare("Less", numbers, last);
        if (!exclusive)
            isIn = Node("Or", [isIn, Compare("Equal", numbers, last)]);
        isIn = Unsqueeze(isIn, [.. Enumerable.Range(2, shape.Rank - 1 - along).Select(behind => (long)behind)]);
        return Reduce("ReduceSum", Where(isIn, Unsqueeze(x, along), Const(0, x.ElementType)), [along + 1], keepDims: false);
    }

    /// <summary>The indices of the elements that are not 0, as int64, one column for each in row-major order.</summary>
    public Value NonZero(Value x) => Node("NonZero", [Cast(x, Computed("NonZero", x.ElementType))]);

    /// <summary>The values of a vector in the order in which they first appear, and for each element the place of its value, as int64; opset 11 or higher.</summary>
    public (Value Values, Value Places) Unique(Value x)
    {
        ElementType type = x.ElementType;
        IReadOnlyList<Value> outputs = Nodes("Unique", 3, [Cast(x, Computed("Unique", type))], new NodeAttribute("sorted", 0L));
        return (Cast(outputs[0], type), outputs[2]);
    }

    /// <summary><c>Softmax</c> or <c>LogSoftmax</c> along the last axis.</summary>
    /// <param name="opType">Which of the two.</param>
    /// <param name="x">The tensor, rank 1 or higher.</param>
    /// <param name="rank">The rank of <paramref name="x"/>.</param>
    /// <remarks>Before opset 13 the operator flattens its input at the axis, which is the same for the last one.</remarks>
    public Value SoftmaxLast(string opType, Value x, int rank) => Unary(opType, x, new NodeAttribute("axis", Opset >= 13 ? -1L : rank - 1L));

    internal static int AxesInputFrom(string opType) => opType == "ReduceSum" ? 13 : 18;
}
