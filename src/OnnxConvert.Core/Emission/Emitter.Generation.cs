using OnnxConvert.Ir;

namespace OnnxConvert.Emission;

public sealed partial class Emitter
{
    private const long MaxKnownIndices = 1 << 16;

    /// <summary>The numbers 0, 1, … below a count, as int64.</summary>
    /// <param name="count">An int64 value of one element.</param>
    public Value Indices(Value count)
    {
        if (count.Constant is { } known && Numbers.ToInt64(known)[0] is var length and >= 0 and <= MaxKnownIndices)
            return Ints([.. Enumerable.Range(0, (int)length).Select(index => (long)index)]);
        if (Opset >= 11)
            return Node("Range", [Const(0L), count.Shape is { Rank: 0 } ? count : Reshape(count), Const(1L)]);
        Value ones = Node("ConstantOfShape", [Reshape(count, 1)], new NodeAttribute("value", TensorData.Vector<long>([1])));
        return Reshape(Node("NonZero", [ones]), -1);
    }

    /// <summary>The numbers from a start to before a limit in equal steps: three scalars of one type.</summary>
    public Value Range(Value start, Value limit, Value step)
    {
        if (Opset >= 11)
            return Node("Range", [start, limit, step]);
        Value steps = Div(Cast(Sub(limit, start), ElementType.Double), Cast(step, ElementType.Double));
        Value count = Max(Cast(Unary("Ceil", steps), ElementType.Int64), Const(0L));
        return Add(start, Mul(Cast(Indices(count), start.ElementType), step));
    }

    /// <summary>One size of <paramref name="x"/> as an int64 scalar; a constant where it is known.</summary>
    public Value Length(Value x, int axis) => x.Shape?[axis].Size is { } size ? Const(size) : Reshape(Size(x, axis));
}
