using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Selection;

/// <summary>Compress: the slices along an axis, or the elements, for which a condition is true.</summary>
[Defines("Compress")]
internal sealed class CompressOperator : OperatorDefinition
{
    public override void Infer(InferenceCall c)
    {
        if (!c.HasAttribute("axis"))
            c.Set(0, c.Type(0), Dims.OfRank(1));
        else
            c.Set(0, c.Type(0), c.Shape(0) is { } x ? x.With(c.Axis(c.Int("axis", 0), x.Rank), Dimension.Unknown) : null);
    }
}
