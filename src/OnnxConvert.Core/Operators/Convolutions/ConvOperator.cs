using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Convolutions;

/// <summary>Conv, and DeformConv, whose kernel elements are moved by offsets.</summary>
[Defines("Conv"), Defines("DeformConv")]
internal sealed class ConvOperator : OperatorDefinition
{
    public override void Infer(InferenceCall c) => c.Set(0, c.Type(0), ConvolutionShape.Of(c, 1));
}
