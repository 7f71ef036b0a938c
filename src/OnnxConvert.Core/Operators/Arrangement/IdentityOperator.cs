using OnnxConvert.Ir;
using OnnxConvert.Operators.Evaluation;
using OnnxConvert.Operators.Inference;
using OnnxConvert.Operators.Layout;

namespace OnnxConvert.Operators.Arrangement;

/// <summary>Identity: what goes in.</summary>
[Defines("Identity")]
internal sealed class IdentityOperator : OperatorDefinition
{
    public override OperatorTraits Traits => OperatorTraits.MovesData;

    public override LayoutRule Layout => ElementwiseLayoutRule.Unary;

    public override bool CanEvaluate => true;

    public override void Infer(InferenceCall c) => c.Set(0, c.TypeOf(0));

    internal override TensorData? Evaluate(EvaluationCall c) => c[0];
}
