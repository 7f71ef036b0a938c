using OnnxConvert.Ir;
using OnnxConvert.Operators.Evaluation;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Elementwise;

/// <summary>Not: the opposite of each truth value.</summary>
[Defines("Not")]
internal sealed class NotOperator : UnaryOperator
{
    public override bool CanEvaluate => true;

    internal override TensorData? Evaluate(EvaluationCall c) => Elements.Write(Array.ConvertAll(LogicOperator.TruthValues(c[0]), value => !value), c[0].Dims.AsSpan());
}
