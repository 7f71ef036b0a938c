using OnnxConvert.Ir;
using OnnxConvert.Operators.Evaluation;

namespace OnnxConvert.Optimizers;

/// <summary>Operands that change nothing: 0 added or subtracted, 1 multiplied or divided by.</summary>
internal static class NeutralOperand
{
    /// <summary>Larger constants are not looked through; a neutral one of that size is not what converters write.</summary>
    private const int LargestOperand = 1 << 16;

    /// <summary>The input that Add, Sub, Mul or Div gives back, or -1.</summary>
    internal static int PassedInput(Node node)
    {
        double neutral = node.OpType is "Add" or "Sub" ? 0 : 1;
        if (IsNeutral(node.Input(1), node.Input(0), neutral))
            return 0;
        return node.OpType is "Add" or "Mul" && IsNeutral(node.Input(0), node.Input(1), neutral) ? 1 : -1;
    }

    private static bool IsNeutral(Value? operand, Value? other, double neutral) =>
        operand?.Constant is { ElementCount: <= LargestOperand } data && other is not null
        && (data.Rank == 0 || ShapeComparison.BroadcastsInto(operand.Shape, other.Shape)) && Elements.AreAll(data, neutral);
}
