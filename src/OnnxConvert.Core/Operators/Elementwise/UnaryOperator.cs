using OnnxConvert.Ir;
using OnnxConvert.Operators.Evaluation;
using OnnxConvert.Operators.Inference;
using OnnxConvert.Operators.Layout;

namespace OnnxConvert.Operators.Elementwise;

/// <summary>Operators on each element of one tensor, whose result has its type and shape.</summary>
internal abstract class UnaryOperator : OperatorDefinition
{
    public override OperatorTraits Traits => OperatorTraits.Elementwise;

    public override LayoutRule Layout => ElementwiseLayoutRule.Unary;

    public override void Infer(InferenceCall c) => c.Set(0, c.Type(0), c.Shape(0));
}
