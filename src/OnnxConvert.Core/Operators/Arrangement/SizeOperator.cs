using OnnxConvert.Ir;
using OnnxConvert.Operators.Evaluation;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Arrangement;

/// <summary>Size: the number of elements of a tensor, also of one that is not constant.</summary>
[Defines("Size")]
internal sealed class SizeOperator : OperatorDefinition
{
    public override bool CanEvaluate => true;

    public override void Infer(InferenceCall c) => c.Set(0, ElementType.Int64, Shape.Scalar);

    internal override ValueFact? InferContents(InferenceCall c, TensorType output) =>
        c.Shape(0) is { } shape && Dims.Product(shape) is { IsUnknown: false } count ? new ValueFact(new TensorType(ElementType.Int64, Shape.Scalar), [SizeValue.Of(count)]) : null;

    internal override TensorData? Evaluate(EvaluationCall c) => c.DataShape?.ElementCount is { } count ? TensorData.Scalar(count) : null;
}
