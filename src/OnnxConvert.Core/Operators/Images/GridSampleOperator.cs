using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Images;

/// <summary>GridSample: pixels at the places that a grid gives.</summary>
[Defines("GridSample")]
internal sealed class GridSampleOperator : OperatorDefinition
{
    public override void Infer(InferenceCall c)
    {
        Shape? shape = c.Shape(0) is { Rank: > 2 } x && c.Shape(1) is { } grid && grid.Rank == x.Rank
            ? new Shape([x[0], x[1], .. grid.Skip(1).Take(grid.Rank - 2)])
            : null;
        c.Set(0, c.Type(0), shape);
    }
}
