using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.OrtFormat.Optimization.Basic;

/// <summary>If with a constant condition → the nodes of the branch that it takes. (ConstantFolding)</summary>
internal sealed class ConstantIfPass : IOptimizer
{
    public bool Optimize(OptimizerContext context) => Optimize(context.Graph);

    private static bool Optimize(Graph graph)
    {
        bool changed = false;
        // What a branch adds stands at the end, and is looked at as well.
        foreach (Node node in graph.Nodes)
            changed |= Apply(node, graph);
        if (changed)
            graph.Sort();
        foreach (Graph subgraph in graph.Nodes.SelectMany(node => node.Subgraphs).ToArray())
            changed |= Optimize(subgraph);
        return changed;
    }

    private static bool Apply(Node node, Graph graph)
    {
        if (!node.Is("If") || node.Inputs[0]?.Constant is not { ElementType: ElementType.Bool, ElementCount: 1 } condition)
            return false;
        Graph branch = node.Attributes.Find(condition.AsSpan<byte>()[0] != 0 ? "then_branch" : "else_branch")!.Graph;
        Dictionary<Value, Value> map = branch.CapturedValues().ToDictionary(value => value);
        GraphCloner.CopyContents(branch, graph, map);
        for (int i = 0; i < node.Outputs.Count; i++)
        {
            Value output = node.Outputs[i], result = map[branch.Outputs[i]];
            // An output of the graph is computed by a node of the graph, for itself alone.
            if (output.IsGraphOutput && (result.Producer is null || result.IsGraphOutput || !ReferenceEquals(result.Graph, graph)))
                result = graph.AddNode("Identity", [result]).AddOutput(output.Name);
            result.Type ??= output.Type;
            Graph.ReplaceAllUses(output, result);
        }

        graph.Remove(node);
        return true;
    }
}
