using OnnxConvert.Emission;
using OnnxConvert.Ir;
using OnnxConvert.Rewriting.Functions;

namespace OnnxConvert.Rewriting;

/// <summary>Writes out operators that ONNX defines by others, for runtimes that have no kernels for them.</summary>
public static class FunctionExpansion
{
    /// <summary>Writes out nodes of all graphs of a model that have a body in <see cref="FunctionBodies"/>. New nodes stand at the end of their graph.</summary>
    /// <param name="model">The model. The types of what the nodes read should be known.</param>
    /// <param name="which">Which nodes; null for all. It is also asked about nodes of bodies.</param>
    /// <exception cref="UnsupportedModelException">Too little is known of a node's inputs.</exception>
    public static void Expand(Model model, Func<Node, bool>? which = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        int opset = (int)model.OpsetImports.GetValueOrDefault("", 1);
        var names = NameScope.Of(model.Graph);
        // Bodies may hold such operators themselves.
        bool found = true;
        while (found)
        {
            found = false;
            foreach (Graph graph in model.Graph.SelfAndSubgraphs().ToArray())
            {
                foreach (Node node in graph.Nodes.ToArray())
                {
                    if (FunctionBodies.Find(node.Domain, node.OpType) is not { } body || which?.Invoke(node) == false)
                        continue;
                    Expand(node, body, new Emitter(graph, opset, names) { Prefix = node.Name.Length > 0 ? node.Name : node.OpType });
                    found = true;
                }
            }
        }
    }

    private static void Expand(Node node, FunctionBody body, Emitter emit)
    {
        IReadOnlyList<Value?> results = body(emit, node);
        for (int i = 0; i < node.Outputs.Count; i++)
        {
            Value output = node.Outputs[i];
            if (output.Name.Length == 0 && output.IsUnused)
                continue;
            // What is there already, such as an input that is passed on, keeps its own name.
            Value result = results[i]!.Producer is { } producer && ReferenceEquals(producer.Graph, emit.Graph) && results[i]!.Uses.Count == 0 ? results[i]! : emit.Identity(results[i]!);
            result.Type = output.Type ?? result.Type;
            result.Name = output.Name;
            Graph.ReplaceAllUses(output, result);
            result.Name = output.Name;
        }

        emit.Graph.Remove(node);
    }
}
