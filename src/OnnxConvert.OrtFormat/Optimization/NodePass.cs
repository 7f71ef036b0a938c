using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.OrtFormat.Optimization;

/// <summary>A pass that looks at each node with what stands around it.</summary>
internal abstract class NodePass : IOptimizer
{
    public bool Optimize(OptimizerContext context)
    {
        bool changed = false;
        foreach (Graph graph in context.Graph.SelfAndSubgraphs().ToArray())
        {
            foreach (Node node in graph.Nodes)
                changed |= node.Outputs.Count > 0 && Apply(node, graph, context.Opset);
        }

        return changed;
    }

    /// <returns>Whether the graph was changed.</returns>
    private protected abstract bool Apply(Node node, Graph graph, int opset);
}
