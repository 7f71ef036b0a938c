using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Microsoft.Generation;

/// <summary>DynamicTimeWarping: the cheapest way through a matrix of costs, as pairs of indices [2, steps].</summary>
[Defines("DynamicTimeWarping", Domains.Microsoft)]
internal sealed class DynamicTimeWarpingOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|DynamicTimeWarping|1||input:F:float:|output:I:int32:|
        """;

    public override void Infer(InferenceCall c) => c.Set(0, ElementType.Int32, new Shape(2, Dimension.Unknown));
}
