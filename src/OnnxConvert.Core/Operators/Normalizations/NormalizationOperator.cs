using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Normalizations;

/// <summary>Normalizations whose result has the type and shape of the data.</summary>
[Defines("InstanceNormalization"), Defines("GroupNormalization"), Defines("LpNormalization"), Defines("MeanVarianceNormalization"), Defines("LRN")]
internal sealed class NormalizationOperator : OperatorDefinition
{
    // ONNX Runtime has MeanVarianceNormalization in older opsets as well.
    private protected override string OwnSchemas => Name != "MeanVarianceNormalization" ? "" : """
        |MeanVarianceNormalization|1||input:T:float16/float/double:|output:T:float16/float/double:|across_channels:int=0;normalize_variance:int=1
        """;

    public override void Infer(InferenceCall c) => c.Set(0, c.Type(0), c.Shape(0));
}
