using OnnxConvert.Ir;

namespace OnnxConvert.Optimizers;

/// <summary>Taking nodes out that pass a value on.</summary>
internal static class Identities
{
    /// <summary>Lets the readers of a node's output read one of its inputs, which it is equal to.</summary>
    /// <param name="node">The node.</param>
    /// <param name="passed">Which input its first output is equal to.</param>
    /// <returns>Whether anything changed.</returns>
    internal static bool Bypass(Node node, int passed = 0) => Bypass(node, node.Inputs[passed]!);

    /// <summary>
    /// Lets the readers of a node's output read a value that equals it. A graph output that would become a graph input or a constant,
    /// or be another output at the same time, is left alone: some runtimes want outputs that a node computes.
    /// </summary>
    /// <returns>Whether anything changed.</returns>
    internal static bool Bypass(Node node, Value input)
    {
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
}
