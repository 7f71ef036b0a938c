using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Reductions;

/// <summary>Running sums and products along an axis.</summary>
[Defines("CumSum"), Defines("CumProd")]
internal sealed class CumulativeOperator : OperatorDefinition
{
    public override void Infer(InferenceCall c) => c.Set(0, c.Type(0), c.Shape(0));
}
