using OnnxConvert.Ir;
using OnnxConvert.Operators.Evaluation;

namespace OnnxConvert.Operators.Elementwise;

/// <summary>Functions of one real number. Round takes halves to the even neighbour.</summary>
[Defines("Sqrt"), Defines("Reciprocal"), Defines("Floor"), Defines("Ceil"), Defines("Round"), Defines("Exp"), Defines("Log")]
internal sealed class RealFunctionOperator : UnaryOperator
{
    public override bool CanEvaluate => true;

    internal override TensorData? Evaluate(EvaluationCall c) => ElementOperations.Map(c[0], Function(c.OpType), null);

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
