using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.OrtFormat.Optimization.Quantization;

/// <summary>
/// DequantizeLinear with n readers → n of them with one reader each, so that every operator has its own pair of neighbours to be
/// fused with. One more where the value is also a graph output or is read by an inner graph. (EnsureUniqueDQForNodeUnit)
/// </summary>
/// <remarks>ONNX Runtime does so at every level.</remarks>
internal sealed class UniqueDequantizePass : NodeOptimizer
{
    protected override bool Optimize(Node node, Graph graph, OptimizerContext context)
    {
        if (!node.Is("DequantizeLinear"))
            return false;
        Value output = node.Outputs[0];
        List<Use> readers = Neighbours.UsesInOrder(output);
        bool hasOther = output.IsGraphOutput || output.Uses.Count > readers.Count;
        List<Use> others = hasOther ? readers : [.. readers.Skip(1)];
        foreach (Use use in others)
            use.Node.SetInput(use.InputIndex, Copy(node, graph));
        return others.Count > 0;
    }

    private static Value Copy(Node node, Graph graph)
    {
        Node copy = graph.InsertAfter(node, node.OpType, node.Inputs, node.Domain);
        copy.Name = node.Name.Length > 0 ? $"{node.Name}/duplicated" : "";
        foreach (NodeAttribute attribute in node.Attributes)
            copy.Attributes.Set(attribute);
        return copy.AddOutput($"{node.Outputs[0].Name}/duplicated", node.Outputs[0].Type);
    }
}
