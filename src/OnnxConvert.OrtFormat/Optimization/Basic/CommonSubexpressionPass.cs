using OnnxConvert.Extensibility;
using OnnxConvert.Ir;
using OnnxConvert.Optimizers;

namespace OnnxConvert.OrtFormat.Optimization.Basic;

/// <summary>
/// Equal constant numbers are one; nodes of equal operator, attributes and inputs are one, but for DequantizeLinear, of which each
/// reader has its own. (ConstantSharing, CommonSubexpressionElimination)
/// </summary>
internal sealed class CommonSubexpressionPass : IOptimizer
{
    public bool Optimize(OptimizerContext context)
    {
        bool changed = false;
        foreach (Graph graph in context.Graph.SelfAndSubgraphs().ToArray())
        {
            MergeConstants(graph);
            changed |= MergeNodes(graph);
        }

        return changed;
    }

    /// <summary>Constants of one element only, which stand for numbers.</summary>
    private static void MergeConstants(Graph graph)
    {
        var known = new Dictionary<TensorData, Value>(TensorContents.Comparer);
        foreach (Value value in graph.Initializers.ToArray())
        {
            if (value is { Constant: { ElementCount: 1, Rank: <= 1 } data, IsUnused: false } && IsNumber(data.ElementType) && !known.TryAdd(data, value) && !value.IsGraphOutput)
                Graph.ReplaceAllUses(value, known[data]);
        }
    }

    private static bool IsNumber(ElementType type) =>
        type is ElementType.Float or ElementType.Float16 or ElementType.Double or ElementType.Int32 or ElementType.Int64;

    private static bool MergeNodes(Graph graph)
    {
        bool changed = false;
        var known = new Dictionary<Node, Node>(NodeContents.Comparer);
        foreach (Node node in graph.TopologicalOrder())
        {
            if (NodeContents.CanCompare(node) && node.OpType != "DequantizeLinear" && !known.TryAdd(node, node))
                changed |= Merge(node, known[node], graph);
        }

        return changed;
    }

    private static bool Merge(Node node, Node first, Graph graph)
    {
        if (node.Outputs.Any(output => output.IsGraphOutput) || node.Outputs.Count != first.Outputs.Count)
            return false;
        for (int i = 0; i < node.Outputs.Count; i++)
            Graph.ReplaceAllUses(node.Outputs[i], first.Outputs[i]);
        graph.Remove(node);
        return true;
    }
}
