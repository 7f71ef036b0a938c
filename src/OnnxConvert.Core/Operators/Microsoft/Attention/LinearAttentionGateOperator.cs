namespace OnnxConvert.Operators.Microsoft.Attention;

/// <summary>LinearAttentionGate: the gates of LinearAttention.</summary>
[Defines("LinearAttentionGate", Domains.Microsoft)]
internal sealed class LinearAttentionGateOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|LinearAttentionGate|1||a:T:float16/float/bfloat16:;dt_bias:TF:float:;decay_scale:TF:float:;b:T:float16/float/bfloat16:?|decay:T:float16/float/bfloat16:;beta:T:float16/float/bfloat16:?|
        """;
}
