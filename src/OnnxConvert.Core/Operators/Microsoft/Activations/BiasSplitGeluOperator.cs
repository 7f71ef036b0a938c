using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Microsoft.Activations;

/// <summary>BiasSplitGelu: with a bias added, one half of the last dimension times the Gelu of the other.</summary>
[Defines("BiasSplitGelu", Domains.Microsoft)]
internal sealed class BiasSplitGeluOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|BiasSplitGelu|1||X:T:float16/float:;bias:T:float16/float:|Y:T:float16/float:|
        """;

    public override void Infer(InferenceCall c) =>
        c.Set(0, c.Type(0), c.Shape(0) is { Rank: > 0 } x ? x.With(x.Rank - 1, Dims.Divide(x[x.Rank - 1], 2)) : null);
}
