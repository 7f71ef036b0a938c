using OnnxConvert.Ir;

namespace OnnxConvert.OrtFormat.Optimization;

/// <summary>Puts one node in the place of several.</summary>
internal static class Fusion
{
    /// <summary>Adds a node that computes <paramref name="result"/> from now on, and removes the nodes that nobody reads any more.</summary>
    /// <param name="result">The value whose readers read the new node; its name and type go over.</param>
    /// <param name="opType">The new operator.</param>
    /// <param name="domain">Its domain.</param>
    /// <param name="inputs">What the new node reads.</param>
    /// <param name="replaced">Nodes to remove, readers before what they read; those that are still read stay.</param>
    internal static Node Replace(Value result, string opType, string domain, IEnumerable<Value?> inputs, params ReadOnlySpan<Node> replaced)
    {
        Node last = result.Producer!;
        Node fused = last.Graph!.InsertBefore(last, opType, inputs, domain);
        fused.Name = last.Name;
        string name = result.Name;
        Value output = fused.AddOutput(name, result.Type);
        Graph.ReplaceAllUses(result, output);
        output.Name = name;
        RemoveUnread(replaced);
        return fused;
    }

    /// <summary>Lets the readers of a node's only output read its input <paramref name="input"/>, and removes the node. A graph output stays.</summary>
    /// <returns>Whether the node was removed.</returns>
    internal static bool Bypass(Node node, int input = 0)
    {
        if (node.Outputs[0].IsGraphOutput || node.Outputs.Skip(1).Any(output => !output.IsUnused))
            return false;
        node.Inputs[input]!.Type ??= node.Outputs[0].Type;
        Graph.ReplaceAllUses(node.Outputs[0], node.Inputs[input]!);
        node.Graph!.Remove(node);
        return true;
    }

    /// <summary>Removes a node like <see cref="Bypass"/>, also where it computes a graph output, if nobody else reads its input.</summary>
    internal static bool BypassOutput(Node node)
    {
        if (Bypass(node))
            return true;
        Value input = node.Inputs[0]!, output = node.Outputs[0];
        if (output.Uses.Count > 0 || input is not { IsGraphOutput: false, Uses.Count: 1, Producer: not null } || !ReferenceEquals(input.Graph, node.Graph))
            return false;
        Graph.ReplaceAllUses(output, input);
        node.Graph!.Remove(node);
        return true;
    }

    /// <summary>Lets a node take the place of the one behind it.</summary>
    internal static bool Absorb(Node node, Node next)
    {
        string name = next.Outputs[0].Name;
        Graph.ReplaceAllUses(next.Outputs[0], node.Outputs[0]);
        node.Outputs[0].Name = name;
        RemoveUnread(next);
        return true;
    }

    internal static void RemoveUnread(params ReadOnlySpan<Node> nodes)
    {
        foreach (Node node in nodes)
        {
            if (node.Graph is { } graph && node.Outputs.All(output => output.IsUnused))
                graph.Remove(node);
        }
    }

    internal static void CopyAttributes(Node from, Node to, params ReadOnlySpan<string> except)
    {
        foreach (NodeAttribute attribute in from.Attributes)
        {
            if (!except.Contains(attribute.Name))
                to.Attributes.Set(attribute);
        }
    }
}
