using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Normalizations;

/// <summary>RMSNormalization: by the root of the mean square of the last dimensions.</summary>
[Defines("RMSNormalization")]
internal sealed class RMSNormalizationOperator : OperatorDefinition
{
    public override void Infer(InferenceCall c) => c.Set(0, c.Type(1), c.Shape(0));
}
