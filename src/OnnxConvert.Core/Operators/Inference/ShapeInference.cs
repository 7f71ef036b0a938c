using OnnxConvert.Ir;

namespace OnnxConvert.Operators.Inference;

/// <summary>Finds the types and shapes of values from those of the graph's inputs and constants.</summary>
internal static class ShapeInference
{
    /// <summary>
    /// Sets the types of a node's outputs as far as they follow from its inputs. Of a type that is there already the more specific
    /// parts are kept. Says nothing of nodes that it does not know, or that cannot be right.
    /// </summary>
    /// <param name="node">The node.</param>
    /// <param name="opset">The version of ONNX's own operators.</param>
    internal static void InferNode(Node node, int opset)
    {
        try
        {
            Infer(node, opset, isStrict: false);
        }
        catch (InvalidModelException)
        {
            // The checker tells what is wrong with the node.
        }
    }

    /// <summary>Why a node cannot be right by what is known of its inputs, or null.</summary>
    /// <param name="node">The node.</param>
    /// <param name="opset">The version of ONNX's own operators.</param>
    internal static string? FindFault(Node node, int opset)
    {
        try
        {
            Infer(node, opset, isStrict: true);
            return null;
        }
        catch (InvalidModelException exception)
        {
            return exception.Message;
        }
    }

    /// <summary>Infers the types of all values of a model, those of inner graphs included.</summary>
    /// <exception cref="InvalidModelException">A node cannot be right, or a declared type contradicts what its node computes.</exception>
    internal static void Run(Model model) => Run(model.Graph, (int)model.OpsetImports.GetValueOrDefault("", 1));

    /// <summary>Infers the types of all values of a graph, those of inner graphs included.</summary>
    /// <param name="graph">The graph; its nodes must be in topological order.</param>
    /// <param name="opset">The version of ONNX's own operators.</param>
    /// <exception cref="InvalidModelException">A node cannot be right, or a declared type contradicts what its node computes.</exception>
    internal static void Run(Graph graph, int opset)
    {
        foreach (Node node in graph.Nodes)
            Infer(node, opset, isStrict: true);
    }

    private static void Infer(Node node, int opset, bool isStrict)
    {
        if (InferenceTable.Find(node) is not { } infer)
        {
            foreach (Graph graph in isStrict ? node.Subgraphs : [])
                Run(graph, opset);
            return;
        }

        var context = new InferenceContext(node, opset);
        infer(context);
        for (int i = 0; i < node.Outputs.Count; i++)
            Store(node, node.Outputs[i], context.Result(i), isStrict);
    }

    private static void Store(Node node, Value output, OnnxType? inferred, bool isStrict)
    {
        bool contradiction = false;
        OnnxType? merged = TypeMerge.Merge(output.Type, inferred, ref contradiction);
        if (contradiction && isStrict)
            throw new InvalidModelException($"{node}: its output '{output.Name}' is declared as {output.Type}, but the node computes {inferred}.");
        output.Type = merged;
    }
}
