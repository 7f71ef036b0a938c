using System.Collections.Immutable;
using OnnxConvert.Ir;

namespace OnnxConvert.OrtFormat.Lowering;

/// <summary>Constant nodes → initializers.</summary>
internal static class ConstantNodes
{
    public static void Replace(Graph main)
    {
        foreach (Graph graph in main.SelfAndSubgraphs().ToArray())
        {
            foreach (Node node in graph.Nodes)
            {
                if (node.Is("Constant") && node.Attributes.FirstOrDefault() is { ReferenceTo: null } content)
                    Replace(graph, node, content);
            }
        }
    }

    private static void Replace(Graph graph, Node node, NodeAttribute content)
    {
        Value output = node.Outputs[0];
        Value constant = content.Kind == AttributeKind.SparseTensor
            ? graph.AddInitializer(output.Name, content.SparseTensor)
            : graph.AddInitializer(output.Name, Tensor(content));
        constant.DocString = output.DocString;
        Graph.ReplaceAllUses(output, constant);
        constant.Name = output.Name;
        graph.Remove(node);
    }

    private static TensorData Tensor(NodeAttribute content) => content.Kind switch
    {
        AttributeKind.Tensor => content.Tensor,
        AttributeKind.Float => TensorData.Scalar(content.Float),
        AttributeKind.Floats => TensorData.Vector(content.Floats.AsSpan()),
        AttributeKind.Int => TensorData.Scalar(content.Int),
        AttributeKind.Ints => TensorData.Vector(content.Ints.AsSpan()),
        AttributeKind.String => TensorData.FromStrings([], [content.StringBytes]),
        AttributeKind.Strings => TensorData.FromStrings([content.Strings.Length], content.Strings),
        _ => throw new InvalidModelException($"A Constant holds {content.Kind}, which is no constant."),
    };
}
