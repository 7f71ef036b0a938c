using OnnxConvert.Ir;
using OnnxConvert.Optimizers;
using OnnxConvert.Rewriting;

namespace OnnxConvert.OrtFormat.Optimization.Basic;

/// <summary>
/// Equal small constants are one; nodes of equal operator, attributes and inputs are one, but for DequantizeLinear, of which each
/// reader has its own. (ConstantSharing, CommonSubexpressionElimination)
/// </summary>
internal sealed class CommonSubexpressionPass : IOptimizer
{
    /// <summary>So many bytes ONNX Runtime still compares.</summary>
    private const int LargestShared = 127;

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

    /// <summary>Large constants stay apart: ONNX Runtime keeps them outside of the graph.</summary>
    private static void MergeConstants(Graph graph)
    {
        var known = new Dictionary<TensorData, Value>(TensorContents.Comparer);
        foreach (Value value in graph.Initializers.ToArray())
        {
            if (value is { Constant: { ByteLength: <= LargestShared } data, IsUnused: false } && TensorContents.CanCompare(data) && !ReshapesForGemm(value) && !known.TryAdd(data, value) && !value.IsGraphOutput)
                Graph.ReplaceAllUses(value, known[data]);
        }
    }

    /// <summary>Each product that <see cref="MatMulAddPass"/> reshapes for Gemm has a Reshape of its own.</summary>
    private static bool ReshapesForGemm(Value sizes) =>
        sizes.Uses.All(use => use.Node.Is("Reshape") && (use.Node.OnlyReader("Gemm") is not null || use.Node.Producer(0, "Gemm") is not null));

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
