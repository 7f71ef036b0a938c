using OnnxConvert.Operators.Elementwise;

namespace OnnxConvert.Operators.Activations;

/// <summary>Activation functions that constant folding leaves to the runtime.</summary>
[Defines("Celu"), Defines("Gelu"), Defines("Mish"), Defines("Selu"), Defines("Shrink"), Defines("Swish"), Defines("ThresholdedRelu")]
internal sealed class PlainActivationOperator : UnaryOperator
{
    // ONNX Runtime has ThresholdedRelu in older opsets as well.
    private protected override string OwnSchemas => Name != "ThresholdedRelu" ? "" : """
        |ThresholdedRelu|1||X:T:float16/float/double:|Y:T:float16/float/double:|alpha:float=1
        """;
}
