using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.Optimizers;

/// <summary>Equal constants are one; nodes of equal operator, attributes and inputs are one.</summary>
/// <param name="options">What stays apart.</param>
public sealed class DuplicateOptimizer(DuplicateOptions options) : IOptimizer
{
    private readonly DuplicateOptions _options = options;

    /// <summary>Creates the optimizer with the defaults of its options.</summary>
    public DuplicateOptimizer()
        : this(new DuplicateOptions())
    {
    }

    /// <inheritdoc/>
    public bool Optimize(OptimizerContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        bool changed = false;
        foreach (Graph graph in context.Graph.SelfAndSubgraphs().ToArray())
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            changed |= MergeConstants(graph);
            changed |= MergeNodes(graph);
        }

        return changed;
    }

    private bool MergeConstants(Graph graph)
    {
        bool changed = false;
        var known = new Dictionary<TensorData, Value>(TensorContents.Comparer);
        foreach (Value value in graph.Initializers.ToArray())
        {
            if (value.Constant is not { } data || value.IsUnused || data.ByteLength > _options.LargestConstant || !TensorContents.CanCompare(data) || _options.Constants?.Invoke(value) == false
                || known.TryAdd(data, value) || value.IsGraphOutput)
            {
                continue;
            }

            Graph.ReplaceAllUses(value, known[data]);
            changed = true;
        }

        return changed;
    }

    private bool MergeNodes(Graph graph)
    {
        bool changed = false;
        var known = new Dictionary<Node, Node>(NodeContents.Comparer);
        foreach (Node node in graph.TopologicalOrder())
        {
            if (NodeContents.CanCompare(node) && _options.Nodes?.Invoke(node) != false && !known.TryAdd(node, node))
                changed |= Merge(node, known[node]);
        }

        return changed;
    }

    private bool Merge(Node node, Node first)
    {
        bool changed = false;
        if (_options.KeepsOutputs && node.Outputs.Any(output => output.IsGraphOutput))
            return false;
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
