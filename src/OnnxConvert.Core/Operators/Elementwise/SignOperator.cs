using OnnxConvert.Ir;
using OnnxConvert.Operators.Evaluation;

namespace OnnxConvert.Operators.Elementwise;

/// <summary>Neg, Abs, Relu, Sign. The negative of the smallest integer is itself, as in two's complement.</summary>
[Defines("Neg"), Defines("Abs"), Defines("Relu"), Defines("Sign")]
internal sealed class SignOperator : UnaryOperator
{
    public override bool CanEvaluate => true;

    internal override TensorData? Evaluate(EvaluationCall c) => c.OpType switch
    {
        "Neg" => ElementOperations.Map(c[0], value => -value, value => -value),
        "Abs" => ElementOperations.Map(c[0], Math.Abs, Int128.Abs),
        "Relu" => ElementOperations.Map(c[0], value => value < 0 ? 0 : value, value => Int128.Max(value, 0)),
        _ => ElementOperations.Map(c[0], value => double.IsNaN(value) ? value : Math.Sign(value), value => Int128.Sign(value)),
    };
}
