using System.Collections.Immutable;
using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.Converting.Stages;

/// <summary>What the caller asked of the source graph's inputs and outputs, before anything is converted.</summary>
internal static class SourceBoundary
{
    internal static void Apply(Graph graph, ConversionOptions options)
    {
        foreach ((string name, ImmutableArray<long> sizes) in options.InputShapes)
            FixShape(FindInput(graph, name), sizes);
        foreach (string name in options.InputsAsNchw)
            FindInput(graph, name);
        if (!options.Outputs.IsEmpty)
            Cut(graph, options.Outputs);
        foreach (string name in options.OutputsAsNchw)
            FindOutput(graph, name);
        foreach (string name in options.Renames.Keys)
        {
            if (!graph.Inputs.Concat(graph.Outputs).Any(value => value.Name == name))
                throw new ArgumentException($"There is no input or output '{name}' to rename. {Nearest(name, graph.Inputs.Concat(graph.Outputs))}");
        }
    }

    private static void FixShape(Value input, ImmutableArray<long> sizes)
    {
        if (input.Shape is { } shape && shape.Rank != sizes.Length)
            throw new ArgumentException($"The input '{input.Name}' has the shape {shape}; [{string.Join(',', sizes)}] has another rank.");
        input.Type = new TensorType(input.ElementType, new Shape(sizes.Select((size, i) => size >= 0 ? size : Open(input, i))));
        // Shapes further on were computed for the old input and are inferred anew.
        ShapesOf.Forget(input.Graph);
    }

    private static Dimension Open(Value input, int axis) => input.Shape?[axis] is { IsStatic: false } open ? open : Dimension.Unknown;

    private static void Cut(Graph graph, ImmutableArray<string> outputs)
    {
        List<Value> tensors = [.. outputs.Select(name =>
            graph.Nodes.SelectMany(node => node.Outputs).FirstOrDefault(value => value.Name == name)
            ?? throw new ArgumentException($"No operator computes a tensor '{name}', so it cannot be an output. {Nearest(name, graph.Nodes.SelectMany(node => node.Outputs))}"))];
        while (graph.Outputs.Count > 0)
            graph.RemoveOutput(graph.Outputs.Count - 1);
        foreach (Value tensor in tensors)
            graph.AddOutput(tensor);
        DeadCode.Remove(graph);
    }

    private static Value FindInput(Graph graph, string name) => graph.Inputs.FirstOrDefault(value => value.Name == name)
        ?? throw new ArgumentException($"There is no input '{name}'. {Nearest(name, graph.Inputs)}");

    private static void FindOutput(Graph graph, string name)
    {
        if (!graph.Outputs.Any(value => value.Name == name))
            throw new ArgumentException($"There is no output '{name}'. {Nearest(name, graph.Outputs)}");
    }

    private static string Nearest(string name, IEnumerable<Value> values) => NearestNames.Describe(name, values.Select(value => value.Name));
}
