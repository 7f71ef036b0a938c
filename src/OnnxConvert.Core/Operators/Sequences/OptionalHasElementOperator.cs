using OnnxConvert.Ir;
using OnnxConvert.Operators.Evaluation;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Sequences;

/// <summary>OptionalHasElement: whether a value is there.</summary>
[Defines("OptionalHasElement")]
internal sealed class OptionalHasElementOperator : OperatorDefinition
{
    public override bool CanEvaluate => true;

    public override void Infer(InferenceCall c) => c.Set(0, ElementType.Bool, Shape.Scalar);

    internal override TensorData? Evaluate(EvaluationCall c) => TensorData.Scalar(c.Optional(0) is not null);
}
