using OnnxConvert.Ir;

namespace OnnxConvert.Rewriting;

/// <summary>What stands around a node or a value, for those that look for patterns.</summary>
public static class Neighbours
{
    /// <summary>The one node that reads the only output of a node, once, in the same graph; null also where it is a graph output.</summary>
    /// <param name="node">A node; all its outputs but the first must be unused.</param>
    public static Node? OnlyReader(this Node node)
    {
        ArgumentNullException.ThrowIfNull(node);
        for (int i = 1; i < node.Outputs.Count; i++)
        {
            if (!node.Outputs[i].IsUnused)
                return null;
        }

        return OnlyReader(node.Outputs[0]);
    }

    /// <summary>The one node that reads a value, once, in the same graph; null also where the value is a graph output.</summary>
    public static Node? OnlyReader(this Value value) =>
        value is { IsGraphOutput: false, Uses.Count: 1 } && ReferenceEquals(value.Uses[0].Node.Graph, value.Graph) ? value.Uses[0].Node : null;

    /// <summary>The one node that reads the only output of a node, if it is of the same graph and of ONNX's own operator <paramref name="opType"/>.</summary>
    public static Node? OnlyReader(this Node node, string opType) => OnlyReader(node) is { } reader && reader.Is(opType) ? reader : null;

    /// <summary>The operand of a node of two inputs that is not <paramref name="value"/>; null where that is none of the two, or both.</summary>
    public static Value? Other(this Node node, Value value)
    {
        ArgumentNullException.ThrowIfNull(node);
        bool isFirst = ReferenceEquals(node.Input(0), value), isSecond = ReferenceEquals(node.Input(1), value);
        return isFirst == isSecond ? null : node.Input(isFirst ? 1 : 0);
    }

    /// <summary>The two inputs of a commutative operator, one way and the other.</summary>
    public static (Value? First, Value? Second)[] EitherWay(this Node node)
    {
        ArgumentNullException.ThrowIfNull(node);
        return [(node.Input(0), node.Input(1)), (node.Input(1), node.Input(0))];
    }

    /// <summary>The node that computes an input, if it is of the same graph and of ONNX's own operator <paramref name="opType"/>.</summary>
    public static Node? Producer(this Node node, int input, string opType)
    {
        ArgumentNullException.ThrowIfNull(node);
        return node.Input(input)?.Producer is { } producer && producer.Is(opType) && ReferenceEquals(producer.Graph, node.Graph) ? producer : null;
    }

    /// <summary>The node of <see cref="Producer"/>, if nothing else reads it.</summary>
    public static Node? SoleProducer(this Node node, int input, string opType) =>
        node.Producer(input, opType) is { } producer && OnlyReader(producer) is not null ? producer : null;

    /// <summary>The readers of a value in its own graph, in the order of the graph.</summary>
    /// <remarks>The order of <see cref="Value.Uses"/> depends on what was edited before.</remarks>
    public static List<Use> UsesInOrder(this Value value)
    {
        ArgumentNullException.ThrowIfNull(value);
        List<Use> uses = [.. value.Uses.Where(use => ReferenceEquals(use.Node.Graph, value.Graph))];
        if (uses.Count < 2)
            return uses;
        var places = new Dictionary<Node, int>();
        foreach (Node node in value.Graph.Nodes)
            places.Add(node, places.Count);
        return [.. uses.OrderBy(use => places[use.Node]).ThenBy(use => use.InputIndex)];
    }
}
