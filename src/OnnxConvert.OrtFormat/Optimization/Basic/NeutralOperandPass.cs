using OnnxConvert.Ir;
using OnnxConvert.Operators.Evaluation;

namespace OnnxConvert.OrtFormat.Optimization.Basic;

/// <summary>x + 0, 0 + x, x - 0, x · 1, 1 · x and x / 1, by one constant number that adds no dimension → x. (NoopElimination)</summary>
internal sealed class NeutralOperandPass : NodePass
{
    private protected override bool Apply(Node node, Graph graph, int opset)
    {
        if (node.Domain.Length > 0 || node.OpType is not ("Add" or "Sub" or "Mul" or "Div"))
            return false;
        double neutral = node.OpType is "Add" or "Sub" ? 0 : 1;
        if (IsNeutral(node.Inputs[1]!, node.Inputs[0]!, neutral))
            return Fusion.Bypass(node);
        return node.OpType is "Add" or "Mul" && IsNeutral(node.Inputs[0]!, node.Inputs[1]!, neutral) && Fusion.Bypass(node, 1);
    }

    private static bool IsNeutral(Value operand, Value other, double neutral) =>
        operand.Constant is { ElementCount: 1 } data && other.Shape is { } shape && data.Rank <= shape.Rank && Elements.AreAll(data, neutral);
}
