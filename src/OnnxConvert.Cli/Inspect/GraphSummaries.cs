using OnnxConvert.Ir;

namespace OnnxConvert.Cli.Inspect;

/// <summary>Summarizes graphs, whichever format they came from.</summary>
internal static class GraphSummaries
{
    /// <param name="graph">The graph; nodes of the graphs inside it are counted too.</param>
    /// <param name="plainDomain">The domain whose operators are shown without it.</param>
    /// <param name="details">What is listed one by one.</param>
    public static GraphSummary Of(Graph graph, string plainDomain, GraphDetails details)
    {
        var constants = graph.SelfAndSubgraphs().SelectMany(g => g.Initializers).ToList();
        return new GraphSummary(graph.Name)
        {
            Inputs = [.. graph.Inputs.Select(Tensor)],
            Outputs = [.. graph.Outputs.Select(Tensor)],
            Operators = [.. graph.SelfAndSubgraphs().SelectMany(g => g.Nodes)
                .GroupBy(node => GraphListing.Operator(node, plainDomain), StringComparer.Ordinal)
                .OrderByDescending(group => group.Count())
                .ThenBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => (group.Key, group.Count()))],
            Constants = constants.Count,
            ConstantBytes = constants.Sum(value => value.Initializer?.ByteLength ?? 0),
            Tensors = details.Tensors ? [.. GraphListing.Tensors(graph, plainDomain, details)] : null,
            Nodes = details.Nodes ? [.. GraphListing.Nodes(graph, plainDomain, details)] : null,
        };
    }

    private static TensorSummary Tensor(Value value) => new(value.Name, TensorText.Of(value));
}
