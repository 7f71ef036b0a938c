using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Text;

/// <summary>StringNormalizer: strings in one case, without stop words.</summary>
[Defines("StringNormalizer")]
internal sealed class StringNormalizerOperator : OperatorDefinition
{
    // Without stop words every string stays.
    public override void Infer(InferenceCall c)
    {
        Shape? shape = c.Shape(0);
        if (shape is not null && c.HasAttribute("stopwords"))
            shape = shape.Rank == 2 ? new Shape(1, Dimension.Unknown) : Dims.OfRank(shape.Rank);
        c.Set(0, ElementType.String, shape);
    }
}
