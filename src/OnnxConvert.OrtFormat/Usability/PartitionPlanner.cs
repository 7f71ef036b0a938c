using System.Collections.Immutable;
using OnnxConvert.Ir;
using OnnxConvert.OrtFormat.Runtime;
using OnnxConvert.Rewriting;

namespace OnnxConvert.OrtFormat;

/// <summary>What ONNX Runtime's division of a graph for an execution provider comes to: how large the parts are, and why nodes are in none.</summary>
internal static class PartitionPlanner
{
    public static Partitioning Plan(Graph graph, Func<Node, NodeSupport> support)
    {
        Dictionary<Node, NodeSupport> known = graph.Nodes.ToDictionary(node => node, support);
        int inner = graph.SelfAndSubgraphs().Skip(1).Sum(subgraph => subgraph.NodeCount);
        return new Partitioning
        {
            Sizes = [.. GraphPartitioner.Plan(graph, node => known[node] == NodeSupport.Supported).Select(partition => partition.Nodes.Length)],
            Nodes = graph.NodeCount + inner,
            NodesInSubgraphs = inner,
            UnsupportedOperators = ImmutableSortedSet.CreateRange(StringComparer.Ordinal, known.Where(pair => pair.Value.HasFlag(NodeSupport.UnsupportedOperator)).Select(pair => Name(pair.Key))),
            NodesOfUnsupportedOperators = Count(NodeSupport.UnsupportedOperator),
            NodesOfDynamicShape = Count(NodeSupport.DynamicShape),
            NodesOfUnsupportedForm = Count(NodeSupport.UnsupportedForm),
        };

        int Count(NodeSupport reason) => known.Values.Count(value => value.HasFlag(reason));
    }

    private static string Name(Node node) => $"{(node.Domain.Length == 0 ? OperatorVersion.OnnxDomain : node.Domain)}:{node.OpType}";
}
