using System.Numerics;
using OnnxConvert.Ir;
using OnnxConvert.Operators.Evaluation;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Elementwise;

/// <summary>Equal, Less, Greater and their negations; truth values compare as 0 and 1.</summary>
[Defines("Equal"), Defines("Less"), Defines("LessOrEqual"), Defines("Greater"), Defines("GreaterOrEqual")]
internal sealed class ComparisonOperator : BroadcastOperator
{
    private protected override ElementType ResultType(InferenceCall c) => ElementType.Bool;

    public override bool CanEvaluate => true;

    internal override TensorData? Evaluate(EvaluationCall c) => c[0].ElementType != c[1].ElementType
        ? null
        : c[0].ElementType.IsFloat() ? Compare<double>(c) : Compare<Int128>(c);

    private static TensorData? Compare<T>(EvaluationCall c)
        where T : INumber<T>
    {
        Func<T, T, bool>? compare = c.OpType switch
        {
            "Equal" => (a, b) => a == b,
            "Less" => (a, b) => a < b,
            "LessOrEqual" => (a, b) => a <= b,
            "Greater" => (a, b) => a > b,
            "GreaterOrEqual" => (a, b) => a >= b,
            _ => null,
        };
        if (compare is null)
            return null;
        (bool[] results, long[] dims) = ElementOperations.Pairs(Elements.Read<T>(c[0]), c[0], Elements.Read<T>(c[1]), c[1], compare);
        return Elements.Write(results, dims);
    }
}
