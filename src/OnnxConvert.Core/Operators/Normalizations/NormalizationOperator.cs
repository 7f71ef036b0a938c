using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Normalizations;

/// <summary>Normalizations whose result has the type and shape of the data.</summary>
[Defines("InstanceNormalization"), Defines("GroupNormalization"), Defines("LpNormalization"), Defines("MeanVarianceNormalization"), Defines("LRN")]
internal sealed class NormalizationOperator : OperatorDefinition
{
    public override void Infer(InferenceCall c) => c.Set(0, c.Type(0), c.Shape(0));
}
