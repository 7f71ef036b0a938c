using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Microsoft.Legacy;

/// <summary>ImageScaler: images [N, C, H, W] scaled, with a bias for each channel; up to opset 9.</summary>
[Defines("ImageScaler")]
internal sealed class ImageScalerOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        |ImageScaler|1||input:T:float16/float/double:|output:T:float16/float/double:|bias:floats;scale:float=1
        |ImageScaler|10|deprecated|||
        """;

    public override void Infer(InferenceCall c) => c.Set(0, c.Type(0), c.Shape(0));
}
