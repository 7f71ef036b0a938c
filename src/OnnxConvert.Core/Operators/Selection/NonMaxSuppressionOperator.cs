using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Selection;

/// <summary>NonMaxSuppression: batch, class and box of each box that is kept.</summary>
[Defines("NonMaxSuppression")]
internal sealed class NonMaxSuppressionOperator : OperatorDefinition
{
    public override void Infer(InferenceCall c) => c.Set(0, ElementType.Int64, new Shape(Dimension.Unknown, 3));
}
