using OnnxConvert.Ir;
using OnnxConvert.Operators.Evaluation;

namespace OnnxConvert.Optimizers;

/// <summary>Operands that change nothing: 0 added or subtracted, 1 multiplied or divided by.</summary>
internal static class NeutralOperand
{
    /// <summary>The input that Add, Sub, Mul or Div gives back, or -1.</summary>
    /// <param name="node">The node.</param>
    /// <param name="largest">So many elements a constant may have to be looked through.</param>
    internal static int PassedInput(Node node, long largest)
    {
        double neutral = node.OpType is "Add" or "Sub" ? 0 : 1;
        if (IsNeutral(node.Input(1), node.Input(0), neutral, largest))
            return 0;
        return node.OpType is "Add" or "Mul" && IsNeutral(node.Input(0), node.Input(1), neutral, largest) ? 1 : -1;
    }

    private static bool IsNeutral(Value? operand, Value? other, double neutral, long largest) =>
        operand?.Constant is { } data && data.ElementCount <= largest && other is not null
        && (data.Rank == 0 || ShapeComparison.BroadcastsInto(operand.Shape, other.Shape)) && Elements.AreAll(data, neutral);
}
