using OnnxConvert.Ir;

namespace OnnxConvert.Emission;

/// <summary>Gives out names that are unique within a model, the wished one where it is free.</summary>
public sealed class NameScope
{
    /// <summary>The names given out, each with the last number tried behind it.</summary>
    private readonly Dictionary<string, int> _taken = new(StringComparer.Ordinal);

    /// <summary>The names that are taken in a graph and those inside it.</summary>
    public static NameScope Of(Graph main)
    {
        var names = new NameScope();
        foreach (Graph graph in main.SelfAndSubgraphs())
        {
            foreach (Value value in graph.Inputs.Concat(graph.Initializers).Concat(graph.Nodes.SelectMany(node => node.Outputs)))
                names.Unique(value.Name);
            foreach (Node node in graph.Nodes)
                names.Unique(node.Name);
        }

        return names;
    }

    /// <summary>A name that was not given out before: the wished one, or that with a number behind it.</summary>
    public string Unique(string wish)
    {
        if (_taken.TryAdd(wish, 0))
            return wish;
        int number = _taken[wish];
        string name;
        do
        {
            name = $"{wish}_{++number}";
        }
        while (!_taken.TryAdd(name, 0));
        _taken[wish] = number;
        return name;
    }
}
