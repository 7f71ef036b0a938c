using OnnxConvert.Ir;

namespace OnnxConvert.Rewriting;

/// <summary>An optimizer that looks at each node with what stands around it, in the main graph and those inside it.</summary>
public abstract class NodeOptimizer : IOptimizer
{
    /// <inheritdoc/>
    public bool Optimize(OptimizerContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        bool changed = false;
        foreach (Graph graph in context.Graph.SelfAndSubgraphs().ToArray())
        {
            foreach (Node node in graph.Nodes)
            {
                context.CancellationToken.ThrowIfCancellationRequested();
                changed |= node.Outputs.Count > 0 && Optimize(node, graph, context);
            }
        }

        return changed;
    }

    /// <summary>Looks whether there is something to do at a node, and does it.</summary>
    /// <param name="node">A node with at least one output. It may be removed, and nodes may be added on both sides of it.</param>
    /// <param name="graph">Its graph.</param>
    /// <param name="context">What else is known.</param>
    /// <returns>Whether the graph was changed.</returns>
    protected abstract bool Optimize(Node node, Graph graph, OptimizerContext context);
}
