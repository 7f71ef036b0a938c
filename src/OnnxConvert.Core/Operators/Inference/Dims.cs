using OnnxConvert.Ir;

namespace OnnxConvert.Operators.Inference;

/// <summary>Arithmetic on dimensions of which some are not known.</summary>
internal static class Dims
{
    /// <summary>A shape of so many dimensions of which nothing is known.</summary>
    public static Shape OfRank(int rank) => new(Enumerable.Repeat(Dimension.Unknown, rank));

    public static Dimension Of(long? size) => size is >= 0 and { } known ? new Dimension(known) : Dimension.Unknown;

    public static Dimension Add(Dimension a, Dimension b) => Combine(a, b, static (x, y) => SizeExpression.Sum(x, y));

    /// <summary>The sum with a number, which may be negative.</summary>
    public static Dimension Add(Dimension a, long b) => b == 0 ? a
        : a.Size is { } size ? Of(size + b)
        : Combine(SizeValue.Of(a), new SizeValue(b), static (x, y) => SizeExpression.Sum(x, y)).ToDimension();

    public static Dimension Multiply(Dimension a, Dimension b)
    {
        if (a.Size == 0 || b.Size == 0)
            return 0;
        if (a.Size == 1)
            return b;
        if (b.Size == 1)
            return a;
        if (a.Size is { } x && b.Size is { } y)
            return Math.BigMul(x, y, out long product) == 0 && product >= 0 ? product : Dimension.Unknown;
        return Combine(a, b, SizeExpression.Product);
    }

    /// <summary>The quotient, where it is a whole number whatever the symbols stand for.</summary>
    public static Dimension Divide(Dimension a, Dimension b) => b.Size == 0 ? Dimension.Unknown : Combine(a, b, SizeExpression.Quotient);

    /// <summary>The result of an operation on elements of tensors of sizes; not known where one of them is not.</summary>
    public static SizeValue Combine(SizeValue a, SizeValue b, Func<SizeExpression, SizeExpression, SizeExpression?> operation) =>
        SizeExpression.Of(a) is { } x && SizeExpression.Of(b) is { } y && operation(x, y) is { } result ? result.ToValue() : default;

    private static Dimension Combine(Dimension a, Dimension b, Func<SizeExpression, SizeExpression, SizeExpression?> operation) =>
        Combine(SizeValue.Of(a), SizeValue.Of(b), operation).ToDimension();

    public static Dimension Product(IEnumerable<Dimension> dimensions) => dimensions.Aggregate(new Dimension(1), Multiply);

    /// <summary>The shape of an elementwise result, by ONNX's multidirectional broadcasting; null if a rank is not known.</summary>
    public static Shape? Broadcast(InferenceCall c, params ReadOnlySpan<Shape?> shapes)
    {
        int rank = 0;
        foreach (Shape? shape in shapes)
        {
            if (shape is null)
                return null;
            rank = Math.Max(rank, shape.Rank);
        }

        var result = new Dimension[rank];
        Array.Fill(result, 1);
        foreach (Shape? shape in shapes)
        {
            int offset = rank - shape!.Rank;
            for (int i = offset; i < rank; i++)
                result[i] = Broadcast(c, result[i], shape[i - offset]);
        }

        return new Shape(result);
    }

    /// <summary>The shape of an elementwise result of all inputs; null if a rank is not known.</summary>
    public static Shape? BroadcastInputs(InferenceCall c)
    {
        var shapes = new Shape?[c.InputCount];
        for (int i = 0; i < shapes.Length; i++)
            shapes[i] = c.Shape(i);
        return Broadcast(c, shapes);
    }

    private static Dimension Broadcast(InferenceCall c, Dimension a, Dimension b)
    {
        if (a.Size == 1 || a == b)
            return b;
        if (b.Size == 1)
            return a;
        if (a.IsStatic && b.IsStatic)
            c.Fail($"the dimensions {a} and {b} do not broadcast");
        // A size other than 1 decides, since the unknown one must be 1 or equal.
        return a.IsStatic ? a : b.IsStatic ? b : Dimension.Unknown;
    }

    /// <summary>The shape that both may have: dimensions that differ are not known.</summary>
    public static Shape? Union(Shape? a, Shape? b)
    {
        if (a is null || b is null || a.Rank != b.Rank)
            return null;
        return new Shape(a.Zip(b, (x, y) => x == y ? x : Dimension.Unknown));
    }

    /// <summary>The type that both may have; null if they are of different kinds.</summary>
    public static OnnxType? Union(OnnxType? a, OnnxType? b) => (a, b) switch
    {
        (TensorType x, TensorType y) when x.ElementType == y.ElementType => new TensorType(x.ElementType, Union(x.Shape, y.Shape)),
        (SequenceType x, SequenceType y) => new SequenceType(Union(x.Item, y.Item)),
        (OptionalType x, OptionalType y) => new OptionalType(Union(x.Item, y.Item)),
        _ when Equals(a, b) => a,
        _ => null,
    };
}
