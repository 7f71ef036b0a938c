using OnnxConvert.Ir;

namespace OnnxConvert.Rewriting;

/// <summary>Copies graphs, sharing the contents of constants, so that a conversion can edit its source freely.</summary>
internal static class GraphCloner
{
    internal static Graph Clone(Graph source) => Clone(source, []);

    private static Graph Clone(Graph source, Dictionary<Value, Value> map)
    {
        var graph = new Graph(source.Name) { DocString = source.DocString, Extras = source.Extras };
        Copy(source.Metadata, source.HasMetadata, () => graph.Metadata);
        foreach (Value input in source.Inputs)
            map[input] = Describe(input, graph.AddInput(input.Name, input.Type));
        CopyContents(source, graph, map);
        foreach (Value output in source.Outputs)
            graph.AddOutput(Resolve(output, graph, map));
        return graph;
    }

    /// <summary>Copies constants and nodes of a graph behind those of another one.</summary>
    /// <param name="source">What is copied.</param>
    /// <param name="graph">Where to.</param>
    /// <param name="map">What stands for the inputs of <paramref name="source"/>; what stands for its other values is added.</param>
    internal static void CopyContents(Graph source, Graph graph, Dictionary<Value, Value> map)
    {
        foreach (Value initializer in source.Initializers)
        {
            if (!initializer.IsGraphInput)
                map[initializer] = Describe(initializer, initializer.Initializer is { } data ? graph.AddInitializer(initializer.Name, data) : graph.AddInitializer(initializer.Name, initializer.SparseInitializer!));
            else if (map[initializer].IsGraphInput)
                graph.SetInitializer(map[initializer], initializer.Initializer!);
        }

        foreach (Node node in source.Nodes)
            CopyNode(node, graph, map);
    }

    private static void CopyNode(Node node, Graph graph, Dictionary<Value, Value> map)
    {
        Node copy = graph.AddNode(node.OpType, node.Inputs.Select(input => input is null ? null : Resolve(input, graph, map)), node.Domain);
        copy.Name = node.Name;
        copy.Overload = node.Overload;
        copy.DocString = node.DocString;
        copy.Extras = node.Extras;
        Copy(node.Metadata, node.HasMetadata, () => copy.Metadata);
        foreach (NodeAttribute attribute in node.Attributes)
        {
            copy.Attributes.Set(attribute.Kind switch
            {
                AttributeKind.Graph when attribute.ReferenceTo is null => new NodeAttribute(attribute.Name, Clone(attribute.Graph, map)),
                AttributeKind.Graphs when attribute.ReferenceTo is null => new NodeAttribute(attribute.Name, [.. attribute.Graphs.Select(inner => Clone(inner, map))]),
                _ => attribute,
            });
        }

        foreach (Value output in node.Outputs)
            map[output] = Describe(output, copy.AddOutput(output.Name, output.Type));
    }

    /// <summary>The copy of a value; one that nothing defines, such as a state tensor, stays free.</summary>
    private static Value Resolve(Value value, Graph graph, Dictionary<Value, Value> map)
    {
        if (!map.TryGetValue(value, out Value? copy))
            map[value] = copy = Describe(value, graph.AddFreeValue(value.Name, value.Type));
        return copy;
    }

    private static Value Describe(Value source, Value copy)
    {
        copy.Type = source.Type;
        copy.Quantization = source.Quantization;
        copy.DocString = source.DocString;
        copy.Extras = source.Extras;
        Copy(source.Metadata, source.HasMetadata, () => copy.Metadata);
        return copy;
    }

    private static void Copy(IDictionary<string, string> source, bool any, Func<IDictionary<string, string>> target)
    {
        if (!any)
            return;
        foreach ((string key, string value) in source)
            target()[key] = value;
    }
}
