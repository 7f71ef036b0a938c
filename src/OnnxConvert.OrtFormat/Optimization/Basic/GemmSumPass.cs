using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.OrtFormat.Optimization.Basic;

/// <summary>
/// Gemm without a bias → Sum of it and a value that broadcasts to it → Gemm with that as bias, where nobody else reads the
/// product. (GemmSumFusion)
/// </summary>
internal sealed class GemmSumPass : NodeOptimizer
{
    protected override bool Optimize(Node node, Graph graph, OptimizerContext context)
    {
        if (!node.Is("Gemm") || node.Input(2) is not null || Neighbours.OnlyReader(node) is not { } sum || !sum.Is("Sum") || sum.Inputs.Count != 2)
            return false;
        Value bias = sum.Inputs[ReferenceEquals(sum.Inputs[0], node.Outputs[0]) ? 1 : 0]!;
        if (ReferenceEquals(bias, node.Outputs[0]) || bias.ElementType != node.Outputs[0].ElementType || !Broadcasts(bias.Shape, node.Outputs[0].Shape))
            return false;
        Node fused = Fusion.Replace(sum.Outputs[0], "Gemm", "", [node.Inputs[0], node.Inputs[1], bias], sum, node);
        Fusion.CopyAttributes(node, fused);
        fused.Attributes.Set(new NodeAttribute("beta", 1f));
        return true;
    }

    private static bool Broadcasts(Shape? shape, Shape? target)
    {
        if (shape is null || target is null || shape.Rank > target.Rank)
            return false;
        for (int i = 1; i <= shape.Rank; i++)
        {
            Dimension size = shape[shape.Rank - i];
            if (size.Size != 1 && (size.IsUnknown || size != target[target.Rank - i]))
                return false;
        }

        return true;
    }
}
