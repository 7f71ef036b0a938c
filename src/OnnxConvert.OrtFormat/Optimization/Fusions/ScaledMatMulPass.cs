using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.OrtFormat.Optimization.Fusions;

/// <summary>
/// Mul or Div by a single constant before an operand of MatMul, or behind its result → FusedMatMul with alpha. Behind the result
/// only where nobody else reads that. (MatMulScaleFusion)
/// </summary>
internal sealed class ScaledMatMulPass : NodeOptimizer
{
    protected override bool Optimize(Node node, Graph graph, OptimizerContext context)
    {
        if (!(node.Is("MatMul") || node.IsMicrosoft("FusedMatMul")) || node.Inputs[0]?.ElementType is not ElementType.Float)
            return false;

        float alpha = node.Attributes.Float("alpha", 1);
        Value[] inputs = [node.Inputs[0]!, node.Inputs[1]!];
        var scales = new List<Node>();
        for (int i = 0; i < inputs.Length; i++)
        {
            if (inputs[i].Producer is not { } producer || !ReferenceEquals(producer.Graph, graph) || Scale(producer) is not var (factor, scaled) || scaled.Shape is not { Rank: > 0 })
                continue;
            alpha *= factor;
            inputs[i] = scaled;
            scales.Add(producer);
        }

        Node last = node;
        if (Neighbours.OnlyReader(node) is { } reader && Scale(reader) is var (outer, product) && ReferenceEquals(product, node.Outputs[0]))
        {
            alpha *= outer;
            last = reader;
        }

        if (scales.Count == 0 && ReferenceEquals(last, node))
            return false;
        Node fused = Fusion.Replace(last.Outputs[0], "FusedMatMul", MicrosoftOperators.Domain, inputs, last);
        fused.Name = node.Name;
        Fusion.CopyAttributes(node, fused);
        fused.Attributes.Set(new NodeAttribute("alpha", alpha));
        Fusion.RemoveUnread([node, .. scales.Distinct()]);
        return true;
    }

    /// <summary>The factor of a Mul or Div by one number, and what it is applied to; null for other nodes.</summary>
    private static (float Factor, Value Scaled)? Scale(Node node)
    {
        if (node.Is("Div"))
            return Number(node.Inputs[1]!, node.Inputs[0]!) is { } divisor ? (1 / divisor, node.Inputs[0]!) : null;
        if (!node.Is("Mul"))
            return null;
        if (Number(node.Inputs[0]!, node.Inputs[1]!) is { } left)
            return (left, node.Inputs[1]!);
        return Number(node.Inputs[1]!, node.Inputs[0]!) is { } right ? (right, node.Inputs[0]!) : null;
    }

    /// <summary>A constant of one element that does not add dimensions to the other operand.</summary>
    private static float? Number(Value value, Value other) =>
        value.Constant is { ElementCount: 1, ElementType: ElementType.Float } data && data.Rank <= (other.Shape?.Rank ?? 0) ? data.AsSpan<float>()[0] : null;
}
