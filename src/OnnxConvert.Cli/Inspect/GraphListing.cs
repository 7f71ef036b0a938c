using OnnxConvert.Ir;

namespace OnnxConvert.Cli.Inspect;

/// <summary>The tensors and nodes of a graph and of those inside it, a line each.</summary>
internal static class GraphListing
{
    /// <summary>Every tensor with its type, who makes it and who reads it.</summary>
    public static IEnumerable<(string Name, string Text)> Tensors(Graph graph, string plainDomain, GraphDetails details) =>
        from inner in graph.SelfAndSubgraphs()
        from value in inner.Inputs.Concat(inner.Initializers.Where(value => !value.IsGraphInput)).Concat(inner.Nodes.SelectMany(node => node.Outputs))
        where value.Name.Length > 0 && details.Matches(value.Name)
        select (value.Name, $"{TensorText.Of(value)}  {Origin(value, plainDomain)}{Readers(value, plainDomain)}{Place(inner, graph)}");

    /// <summary>Every node with what it reads and gives.</summary>
    public static IEnumerable<(string Name, string Text)> Nodes(Graph graph, string plainDomain, GraphDetails details) =>
        from inner in graph.SelfAndSubgraphs()
        from node in inner.Nodes
        let text = $"{Names(node.Inputs)} → {Names(node.Outputs)}{(node.Name.Length > 0 ? $"  '{node.Name}'" : "")}{Place(inner, graph)}"
        where details.Matches(Operator(node, plainDomain)) || details.Matches(text)
        select (Operator(node, plainDomain), text);

    /// <summary>The operator, with its domain where that is not the format's own.</summary>
    public static string Operator(Node node, string plainDomain) => node.Domain == plainDomain ? node.OpType : $"{node.Domain}.{node.OpType}";

    private static string Origin(Value value, string plainDomain)
    {
        if (value.Producer is { } producer)
            return $"of {Label(producer, plainDomain)}";
        return value.IsGraphInput ? "input" : "constant";
    }

    private static string Readers(Value value, string plainDomain)
    {
        string[] readers = [.. value.Uses.Select(use => Label(use.Node, plainDomain)).Distinct().Order(StringComparer.Ordinal)];
        string output = value.IsGraphOutput ? ", output" : "";
        return readers.Length > 0 ? $", read by {string.Join(", ", readers)}{output}" : output;
    }

    private static string Label(Node node, string plainDomain) =>
        node.Name.Length > 0 ? $"{Operator(node, plainDomain)} '{node.Name}'" : Operator(node, plainDomain);

    private static string Place(Graph inner, Graph main) => ReferenceEquals(inner, main) ? "" : $"  in {inner.Name}";

    private static string Names(IEnumerable<Value?> values)
    {
        string names = string.Join(", ", values.Select(value => value is null || value.Name.Length == 0 ? "-" : value.Name));
        return names.Length > 0 ? names : "nothing";
    }
}
