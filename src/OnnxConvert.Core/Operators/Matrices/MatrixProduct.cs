using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Matrices;

/// <summary>The shape of the product of stacks of matrices, as NumPy's matmul: a rank 1 operand gets a dimension for the product and loses it again.</summary>
internal static class MatrixProduct
{
    /// <summary>The shape of the product of two inputs.</summary>
    public static Shape? Of(InferenceCall c, int left, int right) => Of(c, c.Shape(left), c.Shape(right));

    /// <summary>The shape of a product; null if a rank is not known.</summary>
    public static Shape? Of(InferenceCall c, Shape? a, Shape? b)
    {
        if (a is null || b is null)
            return null;
        if (a.Rank == 0 || b.Rank == 0)
            c.Fail("an operand is a scalar");
        Dimension inner = a[a.Rank - 1];
        Dimension other = b[b.Rank == 1 ? 0 : b.Rank - 2];
        if (inner.IsStatic && other.IsStatic && inner != other)
            c.Fail($"the shapes {a} and {b} do not multiply: {inner} is not {other}");
        var result = new List<Dimension>(Dims.Broadcast(c, Batch(a), Batch(b))!);
        if (a.Rank > 1)
            result.Add(a[a.Rank - 2]);
        if (b.Rank > 1)
            result.Add(b[b.Rank - 1]);
        return new Shape(result);
    }

    private static Shape Batch(Shape shape) => new(shape.Take(Math.Max(shape.Rank - 2, 0)));
}
