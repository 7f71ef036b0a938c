using OnnxConvert.Ir;

namespace OnnxConvert.Extensibility;

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
        ElementType computed = KernelTypes.For(opType, type, Opset);
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

    /// <summary>The index of the first largest (<c>ArgMax</c>) or smallest (<c>ArgMin</c>) element along an axis, which is removed; int64.</summary>
    public Value ArgReduce(string opType, Value x, long axis) =>
        Node(opType, [Cast(x, KernelTypes.For(opType, x.ElementType, Opset))], new NodeAttribute("axis", axis), new NodeAttribute("keepdims", 0L));

    /// <summary>The k largest elements along an axis in falling order, and their indices as int64.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="k">A rank 1 int64 value of one element.</param>
    /// <param name="axis">The axis.</param>
    public (Value Values, Value Indices) TopK(Value x, Value k, long axis)
    {
        ElementType type = x.ElementType;
        IReadOnlyList<Value> outputs = Nodes("TopK", 2, [Cast(x, KernelTypes.For("TopK", type, Opset)), k], new NodeAttribute("axis", axis));
        return (Cast(outputs[0], type), outputs[1]);
    }

    /// <summary><c>Softmax</c> or <c>LogSoftmax</c> along the last axis.</summary>
    /// <param name="opType">Which of the two.</param>
    /// <param name="x">The tensor, rank 1 or higher.</param>
    /// <param name="rank">The rank of <paramref name="x"/>.</param>
    /// <remarks>Before opset 13 the operator flattens its input at the axis, which is the same for the last one.</remarks>
    public Value SoftmaxLast(string opType, Value x, int rank) => Unary(opType, x, new NodeAttribute("axis", Opset >= 13 ? -1L : rank - 1L));

    internal static int AxesInputFrom(string opType) => opType == "ReduceSum" ? 13 : 18;
}
