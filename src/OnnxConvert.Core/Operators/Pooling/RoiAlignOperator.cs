using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Pooling;

/// <summary>RoiAlign: regions sampled to one size.</summary>
[Defines("RoiAlign")]
internal sealed class RoiAlignOperator : OperatorDefinition
{
    public override void Infer(InferenceCall c)
    {
        Dimension channels = c.Shape(0) is { Rank: 4 } x ? x[1] : Dimension.Unknown;
        Dimension rois = c.Shape(1) is { Rank: > 0 } r ? r[0] : c.Shape(2) is { Rank: > 0 } b ? b[0] : Dimension.Unknown;
        c.Set(0, c.Type(0), new Shape(rois, channels, Dims.Of(c.Int("output_height", 1)), Dims.Of(c.Int("output_width", 1))));
    }
}
