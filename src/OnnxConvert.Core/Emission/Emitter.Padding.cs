using OnnxConvert.Ir;

namespace OnnxConvert.Emission;

public sealed partial class Emitter
{
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
        ElementType computed = Computed("Pad", type);
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
}
