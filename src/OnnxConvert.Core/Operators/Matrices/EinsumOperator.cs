using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Matrices;

/// <summary>Einsum: sums of products by Einstein's notation.</summary>
[Defines("Einsum")]
internal sealed class EinsumOperator : OperatorDefinition
{
    public override void Infer(InferenceCall c)
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
    private static Shape? Assign(InferenceCall c, string term, Shape shape, Dictionary<char, Dimension> sizes)
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
