using OnnxConvert.Ir;

namespace OnnxConvert.Rewriting;

/// <summary>What callers know a model by: names, order and element types of its inputs and outputs. No pass may change it.</summary>
internal sealed class ModelBoundary
{
    private readonly List<Entry> _inputs;
    private readonly List<Entry> _outputs;

    private ModelBoundary(Graph graph)
    {
        _inputs = [.. graph.Inputs.Select(Entry.Of)];
        _outputs = [.. graph.Outputs.Select(Entry.Of)];
    }

    internal static ModelBoundary Of(Model model) => new(model.Graph);

    /// <summary>What is different in a graph, or null. Types that were not known may become known, and the other way round.</summary>
    internal string? FindChange(Graph graph) => FindChange("input", _inputs, graph.Inputs) ?? FindChange("output", _outputs, graph.Outputs);

    private static string? FindChange(string kind, List<Entry> before, IReadOnlyList<Value> after)
    {
        if (before.Count != after.Count)
            return $"the model had {before.Count} {kind}s and has {after.Count}";
        for (int i = 0; i < before.Count; i++)
        {
            Entry now = Entry.Of(after[i]);
            if (now.Name != before[i].Name)
                return $"{kind} {i} was '{before[i].Name}' and is '{now.Name}'";
            if (now.Type == ElementType.Undefined)
                continue;
            if (before[i].Type != ElementType.Undefined && now.Type != before[i].Type)
                return $"{kind} '{now.Name}' was {before[i].Type} and is {now.Type}";
            before[i] = now;
        }

        return null;
    }

    private readonly record struct Entry(string Name, ElementType Type)
    {
        internal static Entry Of(Value value) => new(value.Name, value.ElementType);
    }
}
