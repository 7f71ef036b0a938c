using OnnxConvert.Ir;

namespace OnnxConvert.Rewriting;

/// <summary>Removes what no output needs.</summary>
public static class DeadCode
{
    /// <summary>Removes nodes without read outputs, and constants that nobody reads, in the graph and those inside it.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="keep">Nodes to keep all the same, such as those with effects.</param>
    /// <returns>Whether anything was removed.</returns>
    public static bool Remove(Graph graph, Func<Node, bool>? keep = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        bool removed = false;
        var pending = new Stack<Node>(graph.Nodes);
        while (pending.TryPop(out Node? node))
        {
            if (node.Graph is null || node.Outputs.Any(output => !output.IsUnused) || keep?.Invoke(node) == true)
                continue;
            List<Value?> inputs = [.. node.Inputs];
            inputs.AddRange(node.Subgraphs.SelectMany(subgraph => subgraph.CapturedValues()));
            graph.Remove(node);
            removed = true;
            foreach (Value? input in inputs)
            {
                if (input?.Producer is { } producer && ReferenceEquals(producer.Graph, graph))
                    pending.Push(producer);
            }
        }

        foreach (Value initializer in graph.Initializers.ToArray())
        {
            if (initializer.IsUnused && !initializer.IsGraphInput)
            {
                graph.RemoveInitializer(initializer);
                removed = true;
            }
        }

        foreach (Node node in graph.Nodes)
        {
            foreach (Graph subgraph in node.Subgraphs)
                removed |= Remove(subgraph, keep);
        }

        return removed;
    }
}
