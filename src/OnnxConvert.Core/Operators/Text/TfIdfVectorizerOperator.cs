using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Text;

/// <summary>TfIdfVectorizer: weighted counts of n-grams.</summary>
[Defines("TfIdfVectorizer")]
internal sealed class TfIdfVectorizerOperator : OperatorDefinition
{
    public override void Infer(InferenceCall c)
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
