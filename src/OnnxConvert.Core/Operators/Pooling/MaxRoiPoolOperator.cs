using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Pooling;

/// <summary>MaxRoiPool: pooling of regions to one size.</summary>
[Defines("MaxRoiPool")]
internal sealed class MaxRoiPoolOperator : OperatorDefinition
{
    public override void Infer(InferenceCall c)
    {
        if (c.Shape(0) is { Rank: 4 } x && c.Ints("pooled_shape") is [var height, var width])
            c.Set(0, c.Type(0), new Shape(c.Shape(1) is { Rank: > 0 } rois ? rois[0] : Dimension.Unknown, x[1], height, width));
        else
            c.Set(0, c.Type(0), null);
    }
}
