using OnnxConvert.Ir;

namespace OnnxConvert.Files.Reading;

/// <summary>For readers of files: the names that nodes of a graph may refer to: the graph's own, then those of the graphs around it.</summary>
/// <param name="graph">The graph that is read.</param>
/// <param name="outer">The scope of the graph around it, or null.</param>
public sealed class ValueScope(Graph graph, ValueScope? outer)
{
    private readonly Dictionary<string, Value> _values = new(StringComparer.Ordinal);

    /// <summary>The graph that is read.</summary>
    public Graph Graph => graph;

    /// <summary>Makes a value known by its name. Of two with one name the first counts; the checker reports the second.</summary>
    public void Add(Value value)
    {
        if (value.Name.Length > 0)
            _values.TryAdd(value.Name, value);
    }

    /// <summary>The value of that name in this graph itself, or null.</summary>
    public Value? FindOwn(string name) => _values.GetValueOrDefault(name);

    /// <summary>The value of that name; null for the empty name; a value that nobody defines where the file defines none.</summary>
    public Value? Resolve(string name)
    {
        if (name.Length == 0)
            return null;
        for (ValueScope? scope = this; scope is not null; scope = scope.Outer)
        {
            if (scope._values.TryGetValue(name, out Value? value))
                return value;
        }

        Value free = graph.AddFreeValue(name);
        Add(free);
        return free;
    }

    private ValueScope? Outer => outer;
}
