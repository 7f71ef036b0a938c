using OnnxConvert.Ir;

namespace OnnxConvert.Operators.Inference;

/// <summary>Operators on strings.</summary>
internal static class TextInference
{
    public static void AddTo(Dictionary<string, InferenceFunction> table)
    {
        table.Add(static c => c.Set(0, ElementType.Bool, c.Shape(0)), "RegexFullMatch");
        table.Add(static c => c.Set(0, ElementType.String, Dims.Broadcast(c, c.Shape(0), c.Shape(1))), "StringConcat");
        table.Add(StringSplit, "StringSplit");
        table.Add(StringNormalizer, "StringNormalizer");
        table.Add(TfIdfVectorizer, "TfIdfVectorizer");
    }

    private static void StringSplit(InferenceContext c)
    {
        c.Set(0, ElementType.String, c.Shape(0) is { } x ? new Shape([.. x, Dimension.Unknown]) : null);
        c.Set(1, ElementType.Int64, c.Shape(0));
    }

    // Without stop words every string stays.
    private static void StringNormalizer(InferenceContext c)
    {
        Shape? shape = c.Shape(0);
        if (shape is not null && c.HasAttribute("stopwords"))
            shape = shape.Rank == 2 ? new Shape(1, Dimension.Unknown) : Dims.OfRank(shape.Rank);
        c.Set(0, ElementType.String, shape);
    }

    private static void TfIdfVectorizer(InferenceContext c)
    {
        Dimension length = c.Ints("ngram_indexes") is { Length: > 0 } indexes ? Dims.Of(indexes.Max() + 1) : Dimension.Unknown;
        c.Set(0, ElementType.Float, c.Shape(0) switch
        {
            { Rank: 2 } x => new Shape(x[0], length),
            { Rank: 0 or 1 } => new Shape(length),
            _ => null,
        });
    }
}
