using OnnxConvert.Operators.Elementwise;

namespace OnnxConvert.Operators.Microsoft.Activations;

/// <summary>Gelu: x * Phi(x), exact.</summary>
[Defines("Gelu", Domains.Microsoft)]
internal sealed class GeluOperator : UnaryOperator
{
    private protected override string OwnSchemas => """
        com.microsoft|Gelu|1||X:T:float16/float/double/bfloat16:|Y:T:float16/float/double/bfloat16:|
        """;
}

/// <summary>QuickGelu: x * sigmoid(alpha * x).</summary>
[Defines("QuickGelu", Domains.Microsoft)]
internal sealed class QuickGeluOperator : UnaryOperator
{
    private protected override string OwnSchemas => """
        com.microsoft|QuickGelu|1||X:T:float16/float/double/bfloat16:|Y:T:float16/float/double/bfloat16:|alpha:float=1.702
        """;
}
