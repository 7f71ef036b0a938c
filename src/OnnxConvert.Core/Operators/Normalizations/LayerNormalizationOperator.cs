using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Normalizations;

/// <summary>LayerNormalization: by mean and variance of the dimensions from an axis on.</summary>
[Defines("LayerNormalization")]
internal sealed class LayerNormalizationOperator : OperatorDefinition
{
    public override void Infer(InferenceCall c)
    {
        c.Set(0, c.Type(0), c.Shape(0));
        Shape? statistics = null;
        if (c.Shape(0) is { } x)
        {
            int axis = c.Axis(c.Int("axis", -1), x.Rank);
            statistics = new Shape(x.Select((d, i) => i < axis ? d : 1));
        }

        ElementType type = c.ElementTypeOf("stash_type", ElementType.Float);
        c.Set(1, type, statistics);
        c.Set(2, type, statistics);
    }
}
