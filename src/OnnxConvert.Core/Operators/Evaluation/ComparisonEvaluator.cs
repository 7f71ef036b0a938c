using System.Numerics;
using OnnxConvert.Ir;

namespace OnnxConvert.Operators.Evaluation;

/// <summary>Equal, Less, Greater and their negations; truth values compare as 0 and 1.</summary>
internal static class ComparisonEvaluator
{
    internal static TensorData? Evaluate(EvaluationContext context) => context[0].ElementType != context[1].ElementType
        ? null
        : context[0].ElementType.IsFloat() ? Compare<double>(context) : Compare<Int128>(context);

    private static TensorData? Compare<T>(EvaluationContext context)
        where T : INumber<T>
    {
        Func<T, T, bool>? compare = context.Node.OpType switch
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
        (bool[] results, long[] dims) = Elementwise.Pairs(Elements.Read<T>(context[0]), context[0], Elements.Read<T>(context[1]), context[1], compare);
        return Elements.Write(results, dims);
    }
}
