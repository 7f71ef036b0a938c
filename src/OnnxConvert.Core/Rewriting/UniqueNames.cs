using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.Rewriting;

/// <summary>
/// Makes the names of values, and those of nodes, unique in a model. Passes name what they add after what it is for, so names
/// repeat; ONNX wants them unique, and those of inner graphs different from what is around them. The first of a name keeps it.
/// </summary>
public static class UniqueNames
{
    /// <summary>Names everything in a graph and those inside it. Its inputs and outputs keep their names before all others.</summary>
    /// <param name="main">The main graph of a model.</param>
    public static void Assign(Graph main)
    {
        ArgumentNullException.ThrowIfNull(main);
        var values = new NameScope();
        // What callers know the model by comes before everything else.
        var settled = new HashSet<Value>();
        foreach (Value value in main.Inputs.Concat(main.Outputs))
        {
            if (settled.Add(value))
                value.Name = values.Unique(NameOr(value.Name, "value"));
        }

        var nodes = new NameScope();
        foreach (Graph graph in main.SelfAndSubgraphs().ToArray())
        {
            foreach (Value value in graph.Inputs.Concat(graph.Initializers))
                Settle(value, values, settled);
            foreach (Node node in graph.Nodes)
            {
                node.Name = nodes.Unique(NameOr(node.Name, node.OpType));
                foreach (Value output in node.Outputs)
                {
                    // An output without a name is one that is left out.
                    if (output.Name.Length > 0 || !output.IsUnused)
                        Settle(output, values, settled);
                }
            }
        }
    }

    private static void Settle(Value value, NameScope names, HashSet<Value> settled)
    {
        if (settled.Add(value))
            value.Name = names.Unique(NameOr(value.Name, value.Producer?.OpType ?? "value"));
    }

    private static string NameOr(string name, string otherwise) => name.Length > 0 ? name : otherwise;
}
