using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Microsoft.Images;

/// <summary>CropAndResize: regions of images [N, C, H, W], each resized to one size.</summary>
[Defines("CropAndResize", Domains.Microsoft)]
internal sealed class CropAndResizeOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|CropAndResize|1||X:T1:float16/float/double:;rois:T1:float16/float/double:;batch_indices:T2:int32:;crop_size:T2:int32:|Y:T1:float16/float/double:|extrapolation_value:float=0;mode:string=bilinear
        """;

    public override void Infer(InferenceCall c)
    {
        Dimension channels = c.Shape(0) is { Rank: 4 } x ? x[1] : Dimension.Unknown;
        Dimension regions = c.Shape(1) is { Rank: 2 } rois ? rois[0] : Dimension.Unknown;
        (Dimension height, Dimension width) = c.Constant(3) is [var h, var w] ? (Dims.Of(h), Dims.Of(w)) : default;
        c.Set(0, c.Type(0), new Shape(regions, channels, height, width));
    }
}
