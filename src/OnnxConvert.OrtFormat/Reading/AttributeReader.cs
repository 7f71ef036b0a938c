using System.Collections.Immutable;
using OnnxConvert.Files.Reading;
using OnnxConvert.Ir;
using Fbs = OnnxConvert.OrtFormat.Schema;

namespace OnnxConvert.OrtFormat.Reading;

/// <summary>Reads node attributes, the graphs in them included.</summary>
internal sealed class AttributeReader(OrtFile file, TensorReader tensors, GraphReader graphs)
{
    private const int Strings = 10;

    /// <param name="attribute">The table.</param>
    /// <param name="scope">The names that graphs in the attribute may refer to.</param>
    public NodeAttribute Read(Fbs.Attribute attribute, ValueScope scope)
    {
        if (attribute.Name is not { Length: > 0 } name)
            throw new InvalidModelException("A node has an attribute without a name.");
        return attribute.Type switch
        {
            Fbs.AttributeType.FLOAT => new NodeAttribute(name, attribute.F),
            Fbs.AttributeType.INT => new NodeAttribute(name, attribute.I),
            Fbs.AttributeType.STRING => new NodeAttribute(name, attribute.GetSBytes() is { } s ? file.View(s) : ReadOnlyMemory<byte>.Empty),
            Fbs.AttributeType.TENSOR => new NodeAttribute(name, tensors.Read(Content(attribute.T, name))),
            Fbs.AttributeType.GRAPH => new NodeAttribute(name, graphs.Read(Content(attribute.G, name), scope, name)),
            Fbs.AttributeType.FLOATS => new NodeAttribute(name, [.. attribute.GetFloatsArray() ?? []]),
            Fbs.AttributeType.INTS => new NodeAttribute(name, [.. attribute.GetIntsArray() ?? []]),
            Fbs.AttributeType.STRINGS => new NodeAttribute(name, [.. file.Strings(attribute.__p, Strings)]),
            Fbs.AttributeType.TENSORS => new NodeAttribute(name, ReadTensors(attribute)),
            Fbs.AttributeType.GRAPHS => new NodeAttribute(name, ReadGraphs(attribute, scope)),
            _ => throw new InvalidModelException($"Attribute '{name}' is of kind {attribute.Type}, which the format has no place for."),
        };
    }

    private ImmutableArray<TensorData> ReadTensors(Fbs.Attribute attribute)
    {
        var list = ImmutableArray.CreateBuilder<TensorData>(attribute.TensorsLength);
        for (int i = 0; i < attribute.TensorsLength; i++)
            list.Add(tensors.Read(attribute.Tensors(i)!.Value));
        return list.MoveToImmutable();
    }

    private ImmutableArray<Graph> ReadGraphs(Fbs.Attribute attribute, ValueScope scope)
    {
        var list = ImmutableArray.CreateBuilder<Graph>(attribute.GraphsLength);
        for (int i = 0; i < attribute.GraphsLength; i++)
            list.Add(graphs.Read(attribute.Graphs(i)!.Value, scope, attribute.Name));
        return list.MoveToImmutable();
    }

    private static T Content<T>(T? content, string name)
        where T : struct => content ?? throw new InvalidModelException($"Attribute '{name}' lacks what its type announces.");
}
