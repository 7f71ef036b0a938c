using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Microsoft.Images;

/// <summary>GridSample: ONNX's, of images [N, C, H, W].</summary>
[Defines("GridSample", Domains.Microsoft)]
internal sealed class GridSampleOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|GridSample|1||X:T1:float16/float/double/uint8/uint16/uint32/uint64/int8/int16/int32/int64/bool/string/complex64/complex128:;Grid:T1:float16/float/double/uint8/uint16/uint32/uint64/int8/int16/int32/int64/bool/string/complex64/complex128:|Y:T2:float16/float/double:|align_corners:int=0;mode:string=bilinear;padding_mode:string=zeros
        """;

    public override void Infer(InferenceCall c) =>
        c.Set(0, c.Type(0), c.Shape(0) is { Rank: 4 } x && c.Shape(1) is { Rank: 4 } grid ? new Shape(x[0], x[1], grid[1], grid[2]) : null);
}
