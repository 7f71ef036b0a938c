namespace OnnxConvert.Ir;

/// <summary>Constant nodes: what they hold, and initializers in their place.</summary>
public static class ConstantNodes
{
    /// <summary>What a Constant node holds.</summary>
    /// <param name="node">Any node.</param>
    /// <returns>The tensor; null for nodes that are no Constant, whose tensor is sparse, or that refer to an attribute of a function.</returns>
    /// <exception cref="InvalidModelException">The node holds something that is no constant.</exception>
    public static TensorData? Read(Node node)
    {
        ArgumentNullException.ThrowIfNull(node);
        return node.Is("Constant") ? Read(node.Attributes) : null;
    }

    /// <summary>What the attributes of a Constant hold.</summary>
    /// <param name="attributes">The attributes of a Constant.</param>
    /// <returns>The tensor; null if it is sparse, or an attribute of a function.</returns>
    /// <exception cref="InvalidModelException">They hold something that is no constant.</exception>
    public static TensorData? Read(NodeAttributes attributes)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        return attributes.FirstOrDefault() is { ReferenceTo: null, Kind: not AttributeKind.SparseTensor } content ? Tensor(content) : null;
    }

    /// <summary>Puts initializers, dense or sparse, in the place of all Constant nodes of a graph and those inside it.</summary>
    /// <param name="main">The graph. Nodes that refer to an attribute of a function stay.</param>
    /// <exception cref="InvalidModelException">A node holds something that is no constant.</exception>
    public static void Replace(Graph main)
    {
        ArgumentNullException.ThrowIfNull(main);
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
