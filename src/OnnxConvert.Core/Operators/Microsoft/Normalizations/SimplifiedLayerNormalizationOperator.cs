using OnnxConvert.Operators.Inference;
using OnnxConvert.Operators.Normalizations;

namespace OnnxConvert.Operators.Microsoft.Normalizations;

/// <summary>SimplifiedLayerNormalization: by the root of the mean square of the dimensions from an axis on. It stands in ONNX's domain, but only ONNX Runtime has it.</summary>
[Defines("SimplifiedLayerNormalization")]
internal sealed class SimplifiedLayerNormalizationOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        |SimplifiedLayerNormalization|1||X:T:float16/float/double/bfloat16:;scale:V:float16/float/double/bfloat16:|Y:V:float16/float/double/bfloat16:;inv_std_var:U:float/double:?|axis:int=-1;epsilon:float=1e-05;stash_type:int=1
        """;

    public override void Infer(InferenceCall c) => LayerNormalizationOperator.Infer(c, c.Type(1));
}
