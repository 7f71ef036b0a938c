using System.Collections.Immutable;
using OnnxConvert.Ir;

namespace OnnxConvert.Converting.Stages;

/// <summary>Gives a graph the inputs and outputs of a signature, under the names that the signature has for them.</summary>
internal static class SignatureBoundary
{
    /// <returns>The names of the graph's outputs, in order: a tensor may be an output under several.</returns>
    internal static ImmutableArray<string> Apply(Graph graph, SourceSignature signature)
    {
        foreach ((string name, string tensor) in signature.Inputs)
        {
            if (name.Length > 0 && graph.Inputs.FirstOrDefault(input => input.Name == tensor) is { } input)
                input.Name = name;
        }

        List<string> order = [.. graph.Outputs.Select(output => output.Name)];
        List<KeyValuePair<string, string>> outputs = [.. signature.Outputs.OrderBy(output => order.IndexOf(output.Value) is var place && place < 0 ? int.MaxValue : place)];
        List<Value> tensors = [.. outputs.Select(output => Find(graph, output.Value))];
        while (graph.Outputs.Count > 0)
            graph.RemoveOutput(graph.Outputs.Count - 1);
        foreach (Value tensor in tensors)
            graph.AddOutput(tensor);
        string[] names = [.. outputs.Select(output => output.Key.Length > 0 ? output.Key : output.Value)];
        foreach ((Value tensor, string name) in tensors.Zip(names).DistinctBy(output => output.First))
        {
            // An input that is given out keeps its name as an input.
            if (!tensor.IsGraphInput)
                tensor.Name = name;
        }

        return [.. names];
    }

    private static Value Find(Graph graph, string tensor) =>
        graph.Outputs.Concat(graph.Inputs).Concat(graph.Initializers).Concat(graph.Nodes.SelectMany(node => node.Outputs)).FirstOrDefault(value => value.Name == tensor)
        ?? throw new InvalidModelException($"A signature gives the tensor '{tensor}', which {graph} does not have.");
}
