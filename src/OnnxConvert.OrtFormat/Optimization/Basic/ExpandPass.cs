using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.OrtFormat.Optimization.Basic;

/// <summary>Expand to a constant shape that the input has already → nothing. (ExpandElimination)</summary>
internal sealed class ExpandPass : NodePass
{
    private protected override bool Apply(Node node, Graph graph, int opset)
    {
        if (!node.Is("Expand") || node.Inputs[0]!.Shape is not { } shape || node.Inputs[1]?.Constant is not { } target || target.ElementCount > shape.Rank)
            return false;
        long[] sizes = Numbers.ToInt64(target);
        for (int i = 1; i <= sizes.Length; i++)
        {
            long size = sizes[^i];
            if (size != 1 && shape[shape.Rank - i].Size != size)
                return false;
        }

        return Fusion.Bypass(node);
    }
}
