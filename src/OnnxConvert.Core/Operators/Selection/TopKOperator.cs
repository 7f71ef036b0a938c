using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;
using OnnxConvert.Operators.Layout;

namespace OnnxConvert.Operators.Selection;

/// <summary>TopK: the largest or smallest elements along an axis, and where they stand.</summary>
[Defines("TopK")]
internal sealed class TopKOperator : OperatorDefinition
{
    public override LayoutRule Layout => AxisLayoutRule.Instance;

    public override void Infer(InferenceCall c)
    {
        Shape? shape = null;
        if (c.Shape(0) is { } x)
        {
            Dimension k = c.Has(1) ? c.Elements(1) is [var size] ? size.ToDimension() : Dimension.Unknown : Dims.Of(c.Int("k", -1));
            shape = x.With(c.Axis(c.Int("axis", -1), x.Rank), k);
        }

        c.Set(0, c.Type(0), shape);
        c.Set(1, ElementType.Int64, shape);
    }
}
