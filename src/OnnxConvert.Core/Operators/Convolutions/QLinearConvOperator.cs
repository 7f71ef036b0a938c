using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Convolutions;

/// <summary>QLinearConv: the convolution of quantized tensors, quantized.</summary>
[Defines("QLinearConv")]
internal sealed class QLinearConvOperator : OperatorDefinition
{
    public override void Infer(InferenceCall c) => c.Set(0, c.Type(7), ConvolutionShape.Of(c, 3));
}
