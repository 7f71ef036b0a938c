using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Images;

/// <summary>AffineGrid: the grid of an affine transformation, for GridSample.</summary>
[Defines("AffineGrid")]
internal sealed class AffineGridOperator : OperatorDefinition
{
    public override void Infer(InferenceCall c)
    {
        Shape? shape = c.Elements(1) is { Length: >= 4 } size
            ? new Shape([size[0].ToDimension(), .. size.Skip(2).Select(s => s.ToDimension()), size.Length - 2])
            : null;
        c.Set(0, c.Type(0), shape);
    }
}
