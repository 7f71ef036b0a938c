using Google.Protobuf.Collections;
using OnnxConvert.Files.Proto;
using OnnxConvert.Files.Reading;
using OnnxConvert.Ir;

namespace OnnxConvert.Files.Writing;

/// <summary>Writes a graph and what a file said of it beyond <see cref="Graph"/>.</summary>
internal sealed class GraphWriter(TensorWriter tensors, AttributeWriter attributes)
{
    public GraphProto Write(Graph graph)
    {
        GraphProto proto = graph.Annotations.Get<GraphProto>()?.Clone() ?? new GraphProto();
        proto.Name = graph.Name;
        if (graph.DocString is { } description)
            proto.DocString = description;
        WriteInitializers(graph, proto);
        WriteNodes(graph, proto.Node);
        proto.Input.AddRange(graph.Inputs.Select(Info));
        proto.Output.AddRange(graph.Outputs.Select(Info));
        WriteValueInfo(graph, proto.ValueInfo);
        if (graph.HasMetadata)
            WriteMetadata(graph.Metadata, proto.MetadataProps);
        return proto;
    }

    public void WriteNodes(Graph graph, RepeatedField<NodeProto> nodes)
    {
        foreach (Node node in graph.Nodes)
            nodes.Add(Write(node));
    }

    /// <summary>Writes the types of values that are neither inputs nor outputs, and initializers only where the file had them.</summary>
    public static void WriteValueInfo(Graph graph, RepeatedField<ValueInfoProto> infos)
    {
        var outputs = new HashSet<Value>(graph.Outputs);
        foreach (Value initializer in graph.Initializers)
        {
            if (!initializer.IsGraphInput && !outputs.Contains(initializer) && initializer.Annotations.Get<ValueExtras>() is { IsInValueInfo: true })
                infos.Add(Info(initializer));
        }

        foreach (Node node in graph.Nodes)
        {
            foreach (Value value in node.Outputs)
            {
                bool hasInfo = value.Type is not null || value.DocString is not null || value.HasMetadata;
                if (value.Name.Length > 0 && hasInfo && !outputs.Contains(value))
                    infos.Add(Info(value));
            }
        }
    }

    public static void WriteMetadata(IEnumerable<KeyValuePair<string, string>> metadata, RepeatedField<StringStringEntryProto> entries) =>
        entries.AddRange(metadata.Select(m => new StringStringEntryProto { Key = m.Key, Value = m.Value }));

    public static string NameOf(Value? value)
    {
        if (value is null)
            return "";
        return value.Name.Length > 0
            ? value.Name
            : throw new InvalidModelException($"A value {value.Type} made by {value.Producer} is used, but has no name.");
    }

    private void WriteInitializers(Graph graph, GraphProto proto)
    {
        foreach (Value value in graph.Initializers)
        {
            if (value.Initializer is { } data)
                proto.Initializer.Add(tensors.WriteInitializer(NameOf(value), data, value.Annotations.Get<ValueExtras>()?.Tensor));
            else if (value.SparseInitializer is { } sparse)
                proto.SparseInitializer.Add(TensorWriter.Write(sparse, NameOf(value)));
        }
    }

    private NodeProto Write(Node node)
    {
        var extras = node.Annotations.Get<NodeProto>();
        NodeProto proto = extras?.Clone() ?? new NodeProto();
        proto.OpType = node.OpType;
        if (node.Name.Length > 0)
            proto.Name = node.Name;
        if (node.Domain.Length > 0)
            proto.Domain = node.Domain;
        if (node.Overload.Length > 0)
            proto.Overload = node.Overload;
        if (node.DocString is { } description)
            proto.DocString = description;
        proto.Input.AddRange(node.Inputs.Select(NameOf));
        proto.Output.AddRange(node.Outputs.Select(o => o.IsUnused ? o.Name : NameOf(o)));
        proto.Attribute.Clear();
        foreach (NodeAttribute attribute in node.Attributes)
            proto.Attribute.Add(attributes.Write(attribute, extras?.Attribute.FirstOrDefault(a => a.Name == attribute.Name)));
        if (node.HasMetadata)
            WriteMetadata(node.Metadata, proto.MetadataProps);
        return proto;
    }

    private static ValueInfoProto Info(Value value)
    {
        var info = new ValueInfoProto { Name = NameOf(value) };
        if (value.Type is { } type)
            info.Type = value.Annotations.Get<ValueExtras>() is { Type: { } original } && type.Equals(TypeReader.Read(original)) ? original : TypeWriter.Write(type);
        if (value.DocString is { } description)
            info.DocString = description;
        if (value.HasMetadata)
            WriteMetadata(value.Metadata, info.MetadataProps);
        return info;
    }
}
