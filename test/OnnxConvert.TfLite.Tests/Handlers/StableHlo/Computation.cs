using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Handlers;

/// <summary>Subgraphs that operators run on their elements.</summary>
internal static class Computation
{
    /// <summary>A single operator of two numbers.</summary>
    public static Graph Of(string opType, ElementType type, params NodeAttribute[] options)
    {
        Graph graph = Scalars(2, type);
        graph.AddOutput(Add(graph, opType, type, [.. graph.Inputs], options));
        return graph;
    }

    /// <summary>A graph of the given number of inputs, which does nothing yet.</summary>
    public static Graph Scalars(int inputs, ElementType type)
    {
        var graph = new Graph("computation");
        for (int i = 0; i < inputs; i++)
            graph.AddInput($"x{i}", new TensorType(type, Shape.Scalar));
        return graph;
    }

    /// <summary>Adds an operator and gives its output.</summary>
    public static Value Add(Graph graph, string opType, ElementType type, Value[] inputs, params NodeAttribute[] options)
    {
        Node node = graph.AddNode(opType, inputs, TfLiteOps.Domain);
        foreach (NodeAttribute option in options)
            node.Attributes.Set(option);
        return node.AddOutput($"y{graph.NodeCount}", new TensorType(type, Shape.Scalar));
    }
}
