using OnnxConvert.Ir;

namespace OnnxConvert.Extensibility;

public sealed partial class Emitter
{
    private const long MaxKnownIndices = 1 << 16;

    /// <summary>The numbers 0, 1, … below a count, as int64; computed counts need opset 11.</summary>
    /// <param name="count">An int64 value of one element.</param>
    public Value Indices(Value count)
    {
        if (count.Constant is { } known && Numbers.ToInt64(known)[0] is var length and >= 0 and <= MaxKnownIndices)
            return Ints([.. Enumerable.Range(0, (int)length).Select(index => (long)index)]);
        return Opset >= 11
            ? Node("Range", [Const(0L), count.Shape is { Rank: 0 } ? count : Reshape(count), Const(1L)])
            : throw new UnsupportedModelException("Numbering a computed count of elements needs opset 11 or higher.");
    }

    /// <summary>One size of <paramref name="x"/> as an int64 scalar; a constant where it is known.</summary>
    public Value Length(Value x, int axis) => x.Shape?[axis].Size is { } size ? Const(size) : Reshape(Size(x, axis));
}
