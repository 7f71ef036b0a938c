using OnnxConvert.Ir;

namespace OnnxConvert.Operators.Evaluation;

/// <summary>Neg, Abs, Relu, Sign. The negative of the smallest integer is itself, as in two's complement.</summary>
internal static class SignEvaluator
{
    internal static TensorData? Evaluate(EvaluationContext context) => context.Node.OpType switch
    {
        "Neg" => Elementwise.Map(context[0], value => -value, value => -value),
        "Abs" => Elementwise.Map(context[0], Math.Abs, Int128.Abs),
        "Relu" => Elementwise.Map(context[0], value => value < 0 ? 0 : value, value => Int128.Max(value, 0)),
        _ => Elementwise.Map(context[0], value => double.IsNaN(value) ? value : Math.Sign(value), value => Int128.Sign(value)),
    };
}
