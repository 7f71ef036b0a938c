using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.OrtFormat.Optimization.Fusions;

/// <summary>x · Sigmoid(x), or x · Sigmoid(a · x) with a constant a → QuickGelu with alpha a. Nobody else reads what is between. (QuickGeluFusion)</summary>
internal sealed class QuickGeluPass : NodeOptimizer
{
    protected override bool Optimize(Node node, Graph graph, OptimizerContext context)
    {
        if (!node.Is("Sigmoid") || node.Outputs[0].ElementType != ElementType.Float || Neighbours.OnlyReader(node) is not { } product || !product.Is("Mul"))
            return false;
        Value x = product.Inputs[ReferenceEquals(product.Inputs[0], node.Outputs[0]) ? 1 : 0]!;
        float alpha = 1;
        Node? scale = null;
        if (!ReferenceEquals(node.Inputs[0], x))
        {
            scale = node.Producer(0, "Mul");
            if (scale is null || Neighbours.OnlyReader(scale) is null || Factor(scale, x) is not { } factor)
                return false;
            alpha = factor;
        }

        Node fused = Fusion.Replace(product.Outputs[0], "QuickGelu", MicrosoftOperators.Domain, [x], product, node);
        fused.Attributes.Set(new NodeAttribute("alpha", alpha));
        if (scale is not null)
            Fusion.RemoveUnread(scale);
        return true;
    }

    private static float? Factor(Node scale, Value x)
    {
        int other = ReferenceEquals(scale.Inputs[0], x) ? 1 : ReferenceEquals(scale.Inputs[1], x) ? 0 : -1;
        return other >= 0 && scale.Inputs[other]?.Constant is { ElementCount: 1, Rank: <= 1, ElementType: ElementType.Float } data ? data.AsSpan<float>()[0] : null;
    }
}
