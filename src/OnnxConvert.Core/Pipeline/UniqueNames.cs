using OnnxConvert.Extensibility;
using OnnxConvert.Ir;

namespace OnnxConvert.Pipeline;

/// <summary>Gives every value and every node of a model, inner graphs included, a name of its own. The names of the main graph's inputs and outputs stay.</summary>
internal static class UniqueNames
{
    internal static void Assign(Graph main)
    {
        var values = new NameScope();
        var nodes = new NameScope();
        var fixedNames = new HashSet<Value>(main.Inputs.Concat(main.Outputs));
        foreach (Value value in fixedNames)
            values.Unique(value.Name);
        foreach (Graph graph in main.SelfAndSubgraphs().ToArray())
        {
            foreach (Value value in graph.Inputs.Concat(graph.Initializers))
                Rename(value, values, fixedNames);
            foreach (Node node in graph.Nodes)
            {
                node.Name = nodes.Unique(node.Name.Length > 0 ? node.Name : node.OpType);
                foreach (Value output in node.Outputs)
                    Rename(output, values, fixedNames);
            }
        }
    }

    private static void Rename(Value value, NameScope names, HashSet<Value> named)
    {
        // An output without a name is one that is left out.
        if (value.Name.Length > 0 && named.Add(value))
            value.Name = names.Unique(value.Name);
    }
}
