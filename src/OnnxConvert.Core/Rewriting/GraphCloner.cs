using OnnxConvert.Ir;

namespace OnnxConvert.Rewriting;

/// <summary>Copies graphs and models, sharing the contents of constants, so that the copy can be edited freely.</summary>
public static class GraphCloner
{
    /// <summary>A copy of a graph. A value that nothing defines, such as one of a graph around it, is a free value of the copy.</summary>
    /// <param name="source">The graph, which stays as it is.</param>
    public static Graph Clone(Graph source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Clone(source, new Dictionary<Value, Value>());
    }

    /// <summary>
    /// A copy of a model, which owns the mapped files of its constants too, so that both are to be disposed, in any order. The model's
    /// own functions are shared: they are only read.
    /// </summary>
    /// <param name="source">The model, which stays as it is.</param>
    /// <exception cref="ObjectDisposedException">The model was disposed.</exception>
    public static Model Clone(Model source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var model = new Model(Clone(source.Graph))
        {
            IrVersion = source.IrVersion,
            ProducerName = source.ProducerName,
            ProducerVersion = source.ProducerVersion,
            Domain = source.Domain,
            ModelVersion = source.ModelVersion,
            DocString = source.DocString,
        };
        foreach ((string domain, long version) in source.OpsetImports)
            model.OpsetImports[domain] = version;
        foreach ((string key, string value) in source.Metadata)
            model.Metadata[key] = value;
        foreach (Function function in source.Functions)
            model.Functions.Add(function);
        model.Annotations.CopyFrom(source.Annotations);
        model.ShareFiles(source.MappedFiles);
        return model;
    }

    private static Graph Clone(Graph source, IDictionary<Value, Value> map)
    {
        var graph = new Graph(source.Name) { DocString = source.DocString };
        graph.Annotations.CopyFrom(source.Annotations);
        if (source.HasMetadata)
            Copy(source.Metadata, graph.Metadata);
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
    public static void CopyContents(Graph source, Graph graph, IDictionary<Value, Value> map)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(map);
        foreach (Value initializer in source.Initializers)
        {
            if (!initializer.IsGraphInput)
                map[initializer] = Describe(initializer, initializer.Initializer is { } data ? graph.AddInitializer(initializer.Name, data) : graph.AddInitializer(initializer.Name, initializer.SparseInitializer!));
            else if (map[initializer].IsGraphInput)
                SetDefault(initializer, graph, map[initializer]);
        }

        // The nodes need not be in order: all values are there before the first is read.
        var copies = new List<(Node Node, Node Copy)>(source.NodeCount);
        foreach (Node node in source.Nodes)
        {
            Node copy = graph.AddNode(node.OpType, [], node.Domain);
            foreach (Value output in node.Outputs)
                map[output] = Describe(output, copy.AddOutput(output.Name, output.Type));
            copies.Add((node, copy));
        }

        foreach ((Node node, Node copy) in copies)
            Complete(node, copy, graph, map);
    }

    private static void SetDefault(Value source, Graph graph, Value input)
    {
        if (source.Initializer is { } data)
            graph.SetInitializer(input, data);
        else
            graph.SetInitializer(input, source.SparseInitializer!);
    }

    private static void Complete(Node node, Node copy, Graph graph, IDictionary<Value, Value> map)
    {
        foreach (Value? input in node.Inputs)
            copy.AddInput(input is null ? null : Resolve(input, graph, map));
        copy.Name = node.Name;
        copy.Overload = node.Overload;
        copy.DocString = node.DocString;
        copy.Annotations.CopyFrom(node.Annotations);
        if (node.HasMetadata)
            Copy(node.Metadata, copy.Metadata);
        foreach (NodeAttribute attribute in node.Attributes)
        {
            copy.Attributes.Set(attribute.Kind switch
            {
                AttributeKind.Graph when attribute.ReferenceTo is null => new NodeAttribute(attribute.Name, Clone(attribute.Graph, map)),
                AttributeKind.Graphs when attribute.ReferenceTo is null => new NodeAttribute(attribute.Name, [.. attribute.Graphs.Select(inner => Clone(inner, map))]),
                _ => attribute,
            });
        }
    }

    /// <summary>The copy of a value; one that nothing defines, such as a state tensor, stays free.</summary>
    private static Value Resolve(Value value, Graph graph, IDictionary<Value, Value> map)
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
        copy.Annotations.CopyFrom(source.Annotations);
        if (source.HasMetadata)
            Copy(source.Metadata, copy.Metadata);
        return copy;
    }

    private static void Copy(IDictionary<string, string> source, IDictionary<string, string> target)
    {
        foreach ((string key, string value) in source)
            target[key] = value;
    }
}
