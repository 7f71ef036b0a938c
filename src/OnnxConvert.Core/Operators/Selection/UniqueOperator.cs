using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Selection;

/// <summary>Unique: the different elements, or slices, with where they stand and how often.</summary>
[Defines("Unique")]
internal sealed class UniqueOperator : OperatorDefinition
{
    public override void Infer(InferenceCall c)
    {
        Shape? shape = !c.HasAttribute("axis") ? Dims.OfRank(1)
            : c.Shape(0) is { } x ? x.With(c.Axis(c.Int("axis", 0), x.Rank), Dimension.Unknown) : null;
        c.Set(0, c.Type(0), shape);
        for (int i = 1; i < 4; i++)
            c.Set(i, ElementType.Int64, Dims.OfRank(1));
    }
}
