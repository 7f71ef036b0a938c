using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;
using OnnxConvert.Operators.Layout;

namespace OnnxConvert.Operators.Reductions;

/// <summary>ArgMax and ArgMin: where the largest or smallest element along an axis stands.</summary>
[Defines("ArgMax"), Defines("ArgMin")]
internal sealed class ArgReduceOperator : OperatorDefinition
{
    public override LayoutRule Layout => ArgReduceLayoutRule.Instance;

    public override void Infer(InferenceCall c) => c.Set(0, ElementType.Int64, c.Shape(0) is { } x ? ReduceOperator.Remove(c, x, [c.Int("axis", 0)], c.Int("keepdims", 1) != 0) : null);
}
