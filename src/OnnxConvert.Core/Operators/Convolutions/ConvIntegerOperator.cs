using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Convolutions;

/// <summary>ConvInteger: the convolution of integers less their zero points.</summary>
[Defines("ConvInteger")]
internal sealed class ConvIntegerOperator : OperatorDefinition
{
    public override void Infer(InferenceCall c) => c.Set(0, ElementType.Int32, ConvolutionShape.Of(c, 1));
}
