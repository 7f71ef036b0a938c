using OnnxConvert.Operators.Elementwise;

namespace OnnxConvert.Operators.Activations;

/// <summary>Activation functions that constant folding leaves to the runtime.</summary>
[Defines("Celu"), Defines("Gelu"), Defines("Mish"), Defines("Selu"), Defines("Shrink"), Defines("Swish"), Defines("ThresholdedRelu")]
internal sealed class PlainActivationOperator : UnaryOperator;
