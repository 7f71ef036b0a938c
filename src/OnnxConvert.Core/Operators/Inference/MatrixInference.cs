using OnnxConvert.Ir;

namespace OnnxConvert.Operators.Inference;

/// <summary>Matrix products and determinants.</summary>
internal static class MatrixInference
{
    public static void AddTo(Dictionary<string, InferenceFunction> table)
    {
        table.Add(static c => c.Set(0, c.Type(0), Multiply(c, 0, 1)), "MatMul");
        table.Add(static c => c.Set(0, ElementType.Int32, Multiply(c, 0, 1)), "MatMulInteger");
        table.Add(static c => c.Set(0, c.Type(7), Multiply(c, 0, 3)), "QLinearMatMul");
        table.Add(Gemm, "Gemm");
        table.Add(Einsum, "Einsum");
        table.Add(static c => c.Set(0, c.Type(0), c.Shape(0) is { Rank: >= 2 } x ? new Shape(x.Take(x.Rank - 2)) : null), "Det");
    }

    /// <summary>As NumPy's matmul: a rank 1 operand gets a dimension for the product and loses it again.</summary>
    private static Shape? Multiply(InferenceContext c, int left, int right)
    {
        if (c.Shape(left) is not { } a || c.Shape(right) is not { } b)
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

    private static void Gemm(InferenceContext c)
    {
        Dimension rows = c.Shape(0) is { Rank: 2 } a ? a[c.Int("transA", 0) != 0 ? 1 : 0] : Dimension.Unknown;
        Dimension columns = c.Shape(1) is { Rank: 2 } b ? b[c.Int("transB", 0) != 0 ? 0 : 1] : Dimension.Unknown;
        c.Set(0, c.Type(0), new Shape(rows, columns));
    }

    private static void Einsum(InferenceContext c)
    {
        string equation = c.String("equation", "").Replace(" ", "", StringComparison.Ordinal);
        string[] sides = equation.Split("->");
        string[] terms = sides[0].Split(',');
        var sizes = new Dictionary<char, Dimension>();
        var ellipses = new List<Shape?>();
        for (int i = 0; i < terms.Length; i++)
        {
            if (c.Shape(i) is not { } shape)
            {
                c.Set(0, c.Type(0), null);
                return;
            }

            if (Assign(c, terms[i], shape, sizes) is { } ellipsis)
                ellipses.Add(ellipsis);
        }

        string output = sides.Length > 1 ? sides[1] : ImplicitOutput(sides[0]);
        Shape batch = Dims.Broadcast(c, [.. ellipses]) ?? Shape.Scalar;
        IEnumerable<Dimension> result = output.Replace("...", ".", StringComparison.Ordinal)
            .SelectMany(label => label == '.' ? (IEnumerable<Dimension>)batch : [sizes.GetValueOrDefault(label)]);
        c.Set(0, c.Type(0), new Shape(result));
    }

    // Without an arrow the result has the ellipsis, then the labels that occur once, by alphabet.
    private static string ImplicitOutput(string terms)
    {
        string labels = string.Concat(terms.Where(char.IsLetter).GroupBy(l => l).Where(g => g.Count() == 1).Select(g => g.Key).Order());
        return terms.Contains("...", StringComparison.Ordinal) ? "..." + labels : labels;
    }

    /// <summary>Gives the labels of a term their sizes, and returns what its ellipsis stands for.</summary>
    private static Shape? Assign(InferenceContext c, string term, Shape shape, Dictionary<char, Dimension> sizes)
    {
        string labels = term.Replace("...", ".", StringComparison.Ordinal);
        bool hasEllipsis = labels.Contains('.', StringComparison.Ordinal);
        int covered = shape.Rank - (hasEllipsis ? labels.Length - 1 : labels.Length);
        if (covered < 0 || (covered > 0 && !hasEllipsis))
            c.Fail($"the term '{term}' does not fit an operand of rank {shape.Rank}");
        int axis = 0;
        Shape? ellipsis = null;
        foreach (char label in labels)
        {
            if (label == '.')
            {
                ellipsis = new Shape(shape.Skip(axis).Take(covered));
                axis += covered;
                continue;
            }

            Dimension size = shape[axis++];
            if (!sizes.TryGetValue(label, out Dimension known) || !known.IsStatic || known.Size == 1)
                sizes[label] = size;
        }

        return ellipsis;
    }
}
