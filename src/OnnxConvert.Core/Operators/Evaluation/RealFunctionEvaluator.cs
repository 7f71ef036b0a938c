using OnnxConvert.Ir;

namespace OnnxConvert.Operators.Evaluation;

/// <summary>Functions of one real number. Round takes halves to the even neighbour.</summary>
internal static class RealFunctionEvaluator
{
    internal static TensorData? Evaluate(EvaluationContext context) => Elementwise.Map(context[0], Function(context.Node.OpType), null);

    private static Func<double, double>? Function(string opType) => opType switch
    {
        "Sqrt" => Math.Sqrt,
        "Reciprocal" => value => 1 / value,
        "Floor" => Math.Floor,
        "Ceil" => Math.Ceiling,
        "Round" => value => Math.Round(value, MidpointRounding.ToEven),
        "Exp" => Math.Exp,
        "Log" => Math.Log,
        _ => null,
    };
}
