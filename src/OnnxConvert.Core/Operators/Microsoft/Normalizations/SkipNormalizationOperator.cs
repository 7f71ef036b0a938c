using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Microsoft.Normalizations;

/// <summary>Sum of data and a skipped connection, normalized; the last output is the sum itself. The data decides the shape, the second summand may broadcast.</summary>
internal abstract class SkipNormalizationOperator : OperatorDefinition
{
    public override void Infer(InferenceCall c)
    {
        base.Infer(c);
        c.Set(0, c.Type(0), c.Shape(0));
        c.Set(3, c.Type(0), c.Shape(0));
    }
}

/// <summary>SkipLayerNormalization: by mean and variance of the last dimension.</summary>
[Defines("SkipLayerNormalization", Domains.Microsoft)]
internal sealed class SkipLayerNormalizationOperator : SkipNormalizationOperator
{
    private protected override string OwnSchemas => """
        com.microsoft|SkipLayerNormalization|1||input:T:float16/float/bfloat16:;skip:T:float16/float/bfloat16:;gamma:T:float16/float/bfloat16:;beta:T:float16/float/bfloat16:?;bias:T:float16/float/bfloat16:?|output:T:float16/float/bfloat16:;mean:U:float:?;inv_std_var:U:float:?;input_skip_bias_sum:T:float16/float/bfloat16:?|epsilon:float=1e-12
        """;
}

/// <summary>SkipSimplifiedLayerNormalization: by the root of the mean square of the last dimension.</summary>
[Defines("SkipSimplifiedLayerNormalization", Domains.Microsoft)]
internal sealed class SkipSimplifiedLayerNormalizationOperator : SkipNormalizationOperator
{
    private protected override string OwnSchemas => """
        com.microsoft|SkipSimplifiedLayerNormalization|1||input:T:float16/float/bfloat16:;skip:T:float16/float/bfloat16:;gamma:T:float16/float/bfloat16:;bias:T:float16/float/bfloat16:?|output:T:float16/float/bfloat16:;mean:U:float:?;inv_std_var:U:float:?;input_skip_bias_sum:T:float16/float/bfloat16:?|epsilon:float=1e-12
        """;
}
