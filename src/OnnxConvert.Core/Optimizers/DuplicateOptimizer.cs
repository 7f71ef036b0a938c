using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.Optimizers;

/// <summary>Equal constants are one; nodes of equal operator, attributes and inputs are one.</summary>
[Optimizer(After = typeof(ClampChainOptimizer))]
internal sealed class DuplicateOptimizer : IOptimizer
{
    public bool Optimize(OptimizerContext context)
    {
        bool changed = false;
        foreach (Graph graph in context.Graph.SelfAndSubgraphs().ToArray())
        {
            changed |= MergeConstants(graph);
            changed |= MergeNodes(graph);
        }

        return changed;
    }

    private static bool MergeConstants(Graph graph)
    {
        bool changed = false;
        var known = new Dictionary<TensorData, Value>(TensorContents.Comparer);
        foreach (Value value in graph.Initializers.ToArray())
        {
            if (value.Constant is not { } data || value.IsUnused || !TensorContents.CanCompare(data) || known.TryAdd(data, value) || value.IsGraphOutput)
                continue;
            Graph.ReplaceAllUses(value, known[data]);
            changed = true;
        }

        return changed;
    }

    private static bool MergeNodes(Graph graph)
    {
        bool changed = false;
        var known = new Dictionary<Node, Node>(NodeContents.Comparer);
        foreach (Node node in graph.Nodes)
        {
            if (NodeContents.CanCompare(node) && !known.TryAdd(node, node))
                changed |= Merge(node, known[node]);
        }

        return changed;
    }

    private static bool Merge(Node node, Node first)
    {
        bool changed = false;
        for (int i = 0; i < node.Outputs.Count; i++)
        {
            Value output = node.Outputs[i];
            Value kept = first.Outputs[i];
            if (output.IsUnused)
                continue;
            if (kept.Name.Length == 0)
                kept.Name = output.Name;
            if (!output.IsGraphOutput || !kept.IsGraphOutput)
            {
                Graph.ReplaceAllUses(output, kept);
                changed = true;
                continue;
            }

            // Two graph outputs: each keeps its node and its name.
            foreach (Use use in output.Uses.ToArray())
            {
                use.Node.SetInput(use.InputIndex, kept);
                changed = true;
            }
        }

        return changed;
    }
}
