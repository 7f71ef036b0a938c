using System.Collections.Immutable;
using OnnxConvert.Ir;

namespace OnnxConvert.Rewriting;

/// <summary>Nodes of a graph that can be run as one: no path leaves them and comes back.</summary>
/// <param name="Nodes">The nodes, each behind those that it reads from.</param>
/// <param name="Inputs">What they, or graphs inside them, read that is computed outside or is an input of the graph, in the order of the first reading.</param>
/// <param name="Constants">The constants that they, or graphs inside them, read.</param>
/// <param name="Outputs">What they compute that others read or that is an output of the graph.</param>
public sealed record Partition(ImmutableArray<Node> Nodes, ImmutableArray<Value> Inputs, ImmutableArray<Value> Constants, ImmutableArray<Value> Outputs)
{
    internal static Partition Of(IReadOnlyCollection<Node> nodes)
    {
        HashSet<Node> own = [.. nodes];
        Value[] outside = [.. nodes.SelectMany(ReadsOf).Distinct().Where(value => value.Producer is null || !own.Contains(value.Producer))];
        return new Partition(
            [.. nodes],
            [.. outside.Where(value => !IsConstant(value))],
            [.. outside.Where(IsConstant)],
            [.. nodes.SelectMany(node => node.Outputs).Where(value => value.IsGraphOutput || value.Uses.Any(use => !IsInside(use.Node, own)))]);
    }

    /// <summary>What a node reads, graphs inside it included.</summary>
    internal static IEnumerable<Value> ReadsOf(Node node) => node.Inputs.OfType<Value>().Concat(node.Subgraphs.SelectMany(graph => graph.CapturedValues()));

    private static bool IsConstant(Value value) => value.IsConstant || (value.SparseInitializer is not null && !value.IsGraphInput);

    private static bool IsInside(Node node, HashSet<Node> own)
    {
        for (Node? outer = node; outer is not null; outer = outer.Graph?.Owner)
        {
            if (own.Contains(outer))
                return true;
        }

        return false;
    }
}
