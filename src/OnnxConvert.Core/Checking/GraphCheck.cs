using OnnxConvert.Ir;

namespace OnnxConvert.Checking;

/// <summary>
/// Walks a graph in its order, with the graphs inside it at the places of their nodes: every name is given once among those visible
/// together, and every value is there before it is read.
/// </summary>
internal sealed class GraphCheck(Model model, OrderedDictionary<string, long> opsets, List<ModelFinding> findings)
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<Value> _defined = [];

    public void Check(Graph graph)
    {
        var names = new List<string>();
        string place = $"graph '{graph.Name}'";
        foreach (Value input in graph.Inputs)
            Define(input, place, names);
        foreach (Value initializer in graph.Initializers)
        {
            if (!initializer.IsGraphInput)
                Define(initializer, place, names);
            InitializerCheck.Check(initializer, findings);
        }

        foreach (Node node in graph.Nodes)
            Check(node, graph, names);
        foreach (Value output in graph.Outputs)
            CheckRead(output, graph, $"output '{output.Name}' of {place}");
        // Graphs beside this one may use the names again.
        _names.ExceptWith(names);
    }

    private void Check(Node node, Graph graph, List<string> names)
    {
        string place = node.ToString();
        foreach (Value? input in node.Inputs)
        {
            if (input is not null)
                CheckRead(input, graph, place);
        }

        foreach (Graph subgraph in node.Subgraphs)
            Check(subgraph);
        foreach (Value output in node.Outputs)
        {
            if (output.Name.Length > 0 || !output.IsUnused)
                Define(output, place, names);
        }

        OperatorCheck.Check(node, model, opsets, findings);
    }

    private void Define(Value value, string place, List<string> names)
    {
        _defined.Add(value);
        if (value.Name.Length == 0)
            findings.Add(new ModelFinding(place, "a value that is used has no name"));
        else if (_names.Add(value.Name))
            names.Add(value.Name);
        else
            findings.Add(new ModelFinding(place, $"the name '{value.Name}' is given to another value already"));
    }

    private void CheckRead(Value value, Graph graph, string place)
    {
        if (!graph.CanSee(value.Graph))
            findings.Add(new ModelFinding(place, $"it reads '{value.Name}' of the graph '{value.Graph.Name}', which is not around it"));
        else if (!_defined.Contains(value))
            findings.Add(new ModelFinding(place, $"it reads '{value.Name}', which {(value.Producer is { } producer ? $"{producer} computes only afterwards" : "nothing defines")}"));
    }
}
