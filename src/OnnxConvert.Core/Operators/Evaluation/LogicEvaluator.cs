using OnnxConvert.Ir;

namespace OnnxConvert.Operators.Evaluation;

/// <summary>And, Or, Xor, Not of truth values.</summary>
internal static class LogicEvaluator
{
    internal static TensorData? Evaluate(EvaluationContext context)
    {
        TensorData left = context[0];
        bool[] a = TruthValues(left);
        if (context.Node.OpType == "Not")
            return Elements.Write(Array.ConvertAll(a, value => !value), left.Dims.AsSpan());
        Func<bool, bool, bool> combine = context.Node.OpType switch
        {
            "And" => (x, y) => x && y,
            "Or" => (x, y) => x || y,
            _ => (x, y) => x != y,
        };
        (bool[] results, long[] dims) = Elementwise.Pairs(a, left, TruthValues(context[1]), context[1], combine);
        return Elements.Write(results, dims);
    }

    private static bool[] TruthValues(TensorData data) => data.ElementType == ElementType.Bool
        ? Array.ConvertAll(data.AsSpan<byte>().ToArray(), value => value != 0)
        : throw new ArgumentException($"{data} holds no truth values.");
}
