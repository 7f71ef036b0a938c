using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.OrtFormat.Optimization.Fusions;

/// <summary>
/// Add of a vector along the last dimension → Gelu → BiasGelu; before FastGelu, and before a Gelu by Tanh, → FastGelu with the
/// vector. Nobody else reads the sum. (BiasGeluFusion)
/// </summary>
internal sealed class BiasGeluPass : NodeOptimizer
{
    protected override bool Optimize(Node node, Graph graph, OptimizerContext context)
    {
        if (!node.Is("Add") || node.Outputs[0].ElementType != ElementType.Float || Neighbours.OnlyReader(node) is not { } gelu || Fused(gelu) is not { } opType
            || node.Inputs[0]!.Shape is not { Rank: > 0 } left || node.Inputs[1]!.Shape is not { Rank: > 0 } right)
        {
            return false;
        }

        Dimension last = left[left.Rank - 1];
        if (last.IsUnknown || last != right[right.Rank - 1] || (left.Rank > 1 && right.Rank > 1))
            return false;
        int bias = left.Rank == 1 ? 0 : 1;
        Fusion.Replace(gelu.Outputs[0], opType, MicrosoftOperators.Domain, [node.Inputs[1 - bias], node.Inputs[bias]], gelu, node);
        return true;
    }

    private static string? Fused(Node gelu)
    {
        if (gelu.IsMicrosoft("FastGelu") && gelu.Inputs.Count == 1)
            return "FastGelu";
        if (gelu.IsMicrosoft("Gelu"))
            return "BiasGelu";
        return gelu.Is("Gelu") ? gelu.Attributes.String("approximate", "none") == "none" ? "BiasGelu" : "FastGelu" : null;
    }
}
