using Google.Protobuf.Collections;
using OnnxConvert.Files.Proto;
using OnnxConvert.Ir;
using OnnxConvert.Operators;

namespace OnnxConvert.Files.Reading;

/// <summary>
/// Reads a graph. Nodes and their outputs are made first, and linked afterwards; files whose nodes are out of order are common, and
/// are put in order. What the graph has no place for stays in the message, which becomes an annotation of the graph.
/// </summary>
internal sealed class GraphReader(TensorReader tensors, AttributeReader attributes)
{
    public Graph Read(GraphProto proto, ValueScope? outer)
    {
        var graph = new Graph(proto.Name) { DocString = proto.HasDocString ? proto.DocString : null };
        var scope = new ValueScope(graph, outer);
        foreach (ValueInfoProto input in proto.Input)
            scope.Add(Describe(graph.AddInput(input.Name, null), input));
        ReadInitializers(proto, scope);
        ReadNodes(proto.Node, scope);
        ReadOutputs(proto.Output, scope);
        ReadValueInfo(proto.ValueInfo, scope);
        Sort(graph);
        ReadMetadata(proto.MetadataProps, graph.Metadata);
        graph.Annotations.Set(Remainder(proto));
        return graph;
    }

    public void ReadNodes(RepeatedField<NodeProto> nodes, ValueScope scope)
    {
        var made = new List<(Node Node, NodeProto Proto)>(nodes.Count);
        foreach (NodeProto proto in nodes)
        {
            Node node = scope.Graph.AddNode(proto.OpType, [], Domains.Normalize(proto.Domain));
            foreach (string output in proto.Output)
                scope.Add(node.AddOutput(output));
            made.Add((node, proto));
        }

        foreach ((Node node, NodeProto proto) in made)
            Complete(node, proto, scope);
    }

    public static void ReadValueInfo(RepeatedField<ValueInfoProto> infos, ValueScope scope)
    {
        foreach (ValueInfoProto info in infos)
        {
            if (scope.FindOwn(info.Name) is not { } value)
                continue;
            Describe(value, info);
            if (value.Initializer is not null || value.SparseInitializer is not null)
                ValueExtras.Of(value).IsInValueInfo = true;
        }
    }

    public static void ReadMetadata(RepeatedField<StringStringEntryProto> entries, IDictionary<string, string> metadata)
    {
        foreach (StringStringEntryProto entry in entries)
            metadata[entry.Key] = entry.Value;
    }

    private void ReadInitializers(GraphProto proto, ValueScope scope)
    {
        foreach (TensorProto tensor in proto.Initializer)
        {
            string name = tensor.Name;
            TensorData data = tensors.Read(tensor);
            // A name that is an input too makes the tensor the input's default.
            Value? input = scope.FindOwn(name);
            if (input is { IsGraphInput: true, Initializer: null })
                scope.Graph.SetInitializer(input, data);
            else
                scope.Add(input = scope.Graph.AddInitializer(name, data));
            if (TensorReader.Remainder(tensor) is { } remainder)
                ValueExtras.Of(input).Tensor = remainder;
        }

        foreach (SparseTensorProto tensor in proto.SparseInitializer)
        {
            string name = tensor.Values?.Name ?? "";
            if (scope.FindOwn(name) is { IsGraphInput: true, Initializer: null, SparseInitializer: null } input)
                scope.Graph.SetInitializer(input, tensors.Read(tensor));
            else
                scope.Add(scope.Graph.AddInitializer(name, tensors.Read(tensor)));
        }
    }

    private static void Sort(Graph graph)
    {
        Node[] order = [.. graph.Nodes];
        graph.Sort();
        if (!order.SequenceEqual(graph.Nodes))
            graph.Annotations.Set(new ReadingRepair("has nodes out of order"));
    }

    private void Complete(Node node, NodeProto proto, ValueScope scope)
    {
        node.Name = proto.Name;
        node.Overload = proto.Overload;
        node.DocString = proto.HasDocString ? proto.DocString : null;
        foreach (string input in proto.Input)
            node.AddInput(scope.Resolve(input));
        foreach (AttributeProto attribute in proto.Attribute)
        {
            if (node.Attributes.Contains(attribute.Name))
                throw new InvalidModelException($"{node} has the attribute '{attribute.Name}' twice.");
            node.Attributes.Set(attributes.Read(attribute, scope));
        }

        if (proto.MetadataProps.Count > 0)
            ReadMetadata(proto.MetadataProps, node.Metadata);
        node.Annotations.Set(Remainder(proto));
    }

    private static void ReadOutputs(RepeatedField<ValueInfoProto> outputs, ValueScope scope)
    {
        foreach (ValueInfoProto output in outputs)
        {
            Value value = scope.Resolve(output.Name) ?? throw new InvalidModelException($"The graph '{scope.Graph.Name}' has an output without a name.");
            // What an inner graph says of a value that it only passes on does not change that value.
            if (ReferenceEquals(value.Graph, scope.Graph))
                Describe(value, output);
            scope.Graph.AddOutput(value);
        }
    }

    private static Value Describe(Value value, ValueInfoProto info)
    {
        OnnxType? type = TypeReader.Read(info.Type);
        value.Type = type ?? value.Type;
        if (info.Type is not null && TypeReader.HasRemarks(info.Type))
            ValueExtras.Of(value).Type = info.Type;
        if (info.HasDocString)
            value.DocString = info.DocString;
        if (info.MetadataProps.Count > 0)
            ReadMetadata(info.MetadataProps, value.Metadata);
        return value;
    }

    private static GraphProto? Remainder(GraphProto proto)
    {
        proto.Node.Clear();
        proto.ClearName();
        proto.Initializer.Clear();
        proto.SparseInitializer.Clear();
        proto.ClearDocString();
        proto.Input.Clear();
        proto.Output.Clear();
        proto.ValueInfo.Clear();
        proto.MetadataProps.Clear();
        return proto.CalculateSize() > 0 ? proto : null;
    }

    private static NodeProto? Remainder(NodeProto proto)
    {
        AttributeProto[] remainders = [.. proto.Attribute.Select(AttributeReader.Remainder).OfType<AttributeProto>()];
        proto.Input.Clear();
        proto.Output.Clear();
        proto.ClearName();
        proto.ClearOpType();
        proto.ClearDomain();
        proto.ClearOverload();
        proto.ClearDocString();
        proto.MetadataProps.Clear();
        proto.Attribute.Clear();
        proto.Attribute.AddRange(remainders);
        return proto.CalculateSize() > 0 ? proto : null;
    }
}
