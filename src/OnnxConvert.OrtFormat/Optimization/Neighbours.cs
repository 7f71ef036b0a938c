using OnnxConvert.Ir;

namespace OnnxConvert.OrtFormat.Optimization;

/// <summary>What stands around a node.</summary>
internal static class Neighbours
{
    /// <summary>The one node that reads the only output of a node, once, in the same graph; null also where it is a graph output.</summary>
    internal static Node? OnlyReader(Node node)
    {
        for (int i = 1; i < node.Outputs.Count; i++)
        {
            if (!node.Outputs[i].IsUnused)
                return null;
        }

        return OnlyReader(node.Outputs[0]);
    }

    /// <summary>The one node that reads a value, once, in the same graph; null also where the value is a graph output.</summary>
    internal static Node? OnlyReader(Value value) =>
        value is { IsGraphOutput: false, Uses.Count: 1 } && ReferenceEquals(value.Uses[0].Node.Graph, value.Graph) ? value.Uses[0].Node : null;

    /// <summary>The one node that reads the only output of a node, if it is of the same graph and of ONNX's own operator <paramref name="opType"/>.</summary>
    internal static Node? OnlyReader(this Node node, string opType) => OnlyReader(node) is { } reader && reader.Is(opType) ? reader : null;

    /// <summary>The operand of a node of two inputs that is not <paramref name="value"/>.</summary>
    internal static Value OtherInput(this Node node, Value value) => node.Inputs[ReferenceEquals(node.Inputs[0], value) ? 1 : 0]!;

    /// <summary>The node that computes an input, if it is of the same graph and of ONNX's own operator <paramref name="opType"/>.</summary>
    internal static Node? Producer(this Node node, int input, string opType) =>
        node.Input(input)?.Producer is { } producer && producer.Is(opType) && ReferenceEquals(producer.Graph, node.Graph) ? producer : null;

    /// <summary>The node of <see cref="Producer"/>, if nothing else reads it.</summary>
    internal static Node? SoleProducer(this Node node, int input, string opType) =>
        node.Producer(input, opType) is { } producer && OnlyReader(producer) is not null ? producer : null;

    /// <summary>The readers of a value in its own graph, in the order of the graph.</summary>
    /// <remarks>The order of <see cref="Value.Uses"/> depends on what was edited before.</remarks>
    internal static List<Use> UsesInOrder(Value value)
    {
        List<Use> uses = [.. value.Uses.Where(use => ReferenceEquals(use.Node.Graph, value.Graph))];
        if (uses.Count < 2)
            return uses;
        var places = new Dictionary<Node, int>();
        foreach (Node node in value.Graph.Nodes)
            places.Add(node, places.Count);
        return [.. uses.OrderBy(use => places[use.Node]).ThenBy(use => use.InputIndex)];
    }
}
