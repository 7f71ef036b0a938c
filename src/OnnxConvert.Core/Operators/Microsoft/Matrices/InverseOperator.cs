namespace OnnxConvert.Operators.Microsoft.Matrices;

/// <summary>Inverse: of square matrices.</summary>
[Defines("Inverse", Domains.Microsoft)]
internal sealed class InverseOperator : SameShapeOperator
{
    private protected override string OwnSchemas => """
        com.microsoft|Inverse|1||X:T:float16/float/double:|Y:T:float16/float/double:|
        """;
}
