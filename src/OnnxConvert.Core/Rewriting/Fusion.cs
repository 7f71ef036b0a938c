using OnnxConvert.Ir;

namespace OnnxConvert.Rewriting;

/// <summary>Puts one node in the place of several, or none in the place of one.</summary>
public static class Fusion
{
    /// <summary>Adds a node that computes <paramref name="result"/> from now on, and removes the nodes that nobody reads any more.</summary>
    /// <param name="result">The value whose readers read the new node; its name and type go over.</param>
    /// <param name="opType">The new operator.</param>
    /// <param name="domain">Its domain.</param>
    /// <param name="inputs">What the new node reads.</param>
    /// <param name="replaced">Nodes to remove, readers before what they read; those that are still read stay.</param>
    /// <returns>The new node, which has the name of the one that computed the value before.</returns>
    /// <exception cref="ArgumentException">No node computes the value.</exception>
    public static Node Replace(Value result, string opType, string domain, IEnumerable<Value?> inputs, params ReadOnlySpan<Node> replaced)
    {
        ArgumentNullException.ThrowIfNull(result);
        Node last = result.Producer ?? throw new ArgumentException($"{result} is computed by no node.", nameof(result));
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
    public static bool Bypass(Node node, int input = 0)
    {
        ArgumentNullException.ThrowIfNull(node);
        if (node.Outputs[0].IsGraphOutput || node.Outputs.Skip(1).Any(output => !output.IsUnused))
            return false;
        node.Inputs[input]!.Type ??= node.Outputs[0].Type;
        Graph.ReplaceAllUses(node.Outputs[0], node.Inputs[input]!);
        node.Graph!.Remove(node);
        return true;
    }

    /// <summary>
    /// Lets the readers of a node's first output read a value that equals it; the node stays, for the clean-up. A graph output that would
    /// become a graph input or a constant, or be another output at the same time, is left alone: some runtimes want outputs that a node
    /// computes.
    /// </summary>
    /// <returns>Whether anything changed.</returns>
    public static bool Bypass(Node node, Value input)
    {
        ArgumentNullException.ThrowIfNull(node);
        ArgumentNullException.ThrowIfNull(input);
        Value output = node.Outputs[0];
        if (!output.IsGraphOutput)
        {
            if (output.Uses.Count == 0)
                return false;
            input.Type ??= output.Type;
            Graph.ReplaceAllUses(output, input);
            return true;
        }

        bool free = input.Producer is not null && !input.IsGraphOutput && ReferenceEquals(input.Graph, output.Graph);
        if (free)
        {
            Graph.ReplaceAllUses(output, input);
            return true;
        }

        if (output.Uses.Count == 0)
            return false;
        foreach (Use use in output.Uses.ToArray())
            use.Node.SetInput(use.InputIndex, input);
        return true;
    }

    /// <summary>Removes a node like <see cref="Bypass(Node, int)"/>, also where it computes a graph output, if nobody else reads its input.</summary>
    /// <returns>Whether the node was removed.</returns>
    public static bool BypassOutput(Node node)
    {
        ArgumentNullException.ThrowIfNull(node);
        if (Bypass(node))
            return true;
        Value input = node.Inputs[0]!, output = node.Outputs[0];
        if (output.Uses.Count > 0 || input is not { IsGraphOutput: false, Uses.Count: 1, Producer: not null } || !ReferenceEquals(input.Graph, node.Graph))
            return false;
        Graph.ReplaceAllUses(output, input);
        node.Graph!.Remove(node);
        return true;
    }

    /// <summary>Lets a node take the place of the one behind it, which is removed: its readers read the first output of the node.</summary>
    /// <returns>True, so that a pass can return it.</returns>
    public static bool Absorb(Node node, Node next)
    {
        ArgumentNullException.ThrowIfNull(node);
        ArgumentNullException.ThrowIfNull(next);
        string name = next.Outputs[0].Name;
        Graph.ReplaceAllUses(next.Outputs[0], node.Outputs[0]);
        node.Outputs[0].Name = name;
        RemoveUnread(next);
        return true;
    }

    /// <summary>Removes those of some nodes that nobody reads any more. Readers come before what they read.</summary>
    public static void RemoveUnread(params ReadOnlySpan<Node> nodes)
    {
        foreach (Node node in nodes)
        {
            if (node.Graph is { } graph && node.Outputs.All(output => output.IsUnused))
                graph.Remove(node);
        }
    }

    /// <summary>Gives a node the attributes of another one.</summary>
    /// <param name="from">Whose attributes.</param>
    /// <param name="to">For whom; its attributes of the same names are replaced.</param>
    /// <param name="except">Names of attributes that do not go along.</param>
    public static void CopyAttributes(Node from, Node to, params ReadOnlySpan<string> except)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        foreach (NodeAttribute attribute in from.Attributes)
        {
            if (!except.Contains(attribute.Name))
                to.Attributes.Set(attribute);
        }
    }
}
