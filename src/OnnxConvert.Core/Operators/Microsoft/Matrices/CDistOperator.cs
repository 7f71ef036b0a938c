using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Microsoft.Matrices;

/// <summary>CDist: the distance of each row of A [M, K] from each row of B [N, K].</summary>
[Defines("CDist", Domains.Microsoft)]
internal sealed class CDistOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|CDist|1||A:T:float/double:;B:T:float/double:|C:T:float/double:|metric:string=sqeuclidean
        """;

    public override void Infer(InferenceCall c)
    {
        Dimension rows = c.Shape(0) is { Rank: 2 } a ? a[0] : Dimension.Unknown;
        c.Set(0, c.Type(0), new Shape(rows, c.Shape(1) is { Rank: 2 } b ? b[0] : Dimension.Unknown));
    }
}
