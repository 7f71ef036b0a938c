using OnnxConvert.Ir;
using OnnxConvert.Operators.Evaluation;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Elementwise;

/// <summary>Logic of truth values.</summary>
[Defines("And"), Defines("Or"), Defines("Xor")]
internal sealed class LogicOperator : BroadcastOperator
{
    private protected override ElementType ResultType(InferenceCall c) => ElementType.Bool;

    public override bool CanEvaluate => true;

    internal override TensorData? Evaluate(EvaluationCall c)
    {
        TensorData left = c[0];
        bool[] a = TruthValues(left);
        Func<bool, bool, bool> combine = c.OpType switch
        {
            "And" => (x, y) => x && y,
            "Or" => (x, y) => x || y,
            _ => (x, y) => x != y,
        };
        (bool[] results, long[] dims) = ElementOperations.Pairs(a, left, TruthValues(c[1]), c[1], combine);
        return Elements.Write(results, dims);
    }

    internal static bool[] TruthValues(TensorData data) => data.ElementType == ElementType.Bool
        ? Array.ConvertAll(data.AsSpan<byte>().ToArray(), value => value != 0)
        : throw new ArgumentException($"{data} holds no truth values.");
}
