using System.Collections.Immutable;
using OnnxConvert.Files.Proto;
using OnnxConvert.Ir;
using Kind = OnnxConvert.Files.Proto.AttributeProto.Types.AttributeType;

namespace OnnxConvert.Files.Reading;

/// <summary>Reads node attributes, the graphs in them included.</summary>
internal sealed class AttributeReader(TensorReader tensors)
{
    /// <param name="attribute">The message.</param>
    /// <param name="scope">The names that graphs in the attribute may refer to.</param>
    public NodeAttribute Read(AttributeProto attribute, ValueScope scope)
    {
        string name = attribute.Name;
        if (name.Length == 0)
            throw new InvalidModelException("A node has an attribute without a name.");
        Kind kind = attribute.HasType ? attribute.Type : KindOfContent(attribute);
        if (attribute.RefAttrName.Length > 0)
            return NodeAttribute.Reference(name, (AttributeKind)kind, attribute.RefAttrName);
        return kind switch
        {
            Kind.Float => new NodeAttribute(name, attribute.F),
            Kind.Int => new NodeAttribute(name, attribute.I),
            Kind.String => new NodeAttribute(name, tensors.Text(attribute.S)),
            Kind.Tensor => new NodeAttribute(name, tensors.Read(Content(attribute.T, name))),
            Kind.SparseTensor => new NodeAttribute(name, tensors.Read(Content(attribute.SparseTensor, name))),
            Kind.Graph => new NodeAttribute(name, new GraphReader(tensors, this).Read(Content(attribute.G, name), scope)),
            Kind.TypeProto => new NodeAttribute(name, Type(Content(attribute.Tp, name), name)),
            Kind.Floats => new NodeAttribute(name, attribute.Floats.ToImmutableArray()),
            Kind.Ints => new NodeAttribute(name, attribute.Ints.ToImmutableArray()),
            Kind.Strings => new NodeAttribute(name, [.. attribute.Strings.Select(s => s.Memory)]),
            Kind.Tensors => new NodeAttribute(name, [.. attribute.Tensors.Select(tensors.Read)]),
            Kind.SparseTensors => new NodeAttribute(name, [.. attribute.SparseTensors.Select(tensors.Read)]),
            Kind.Graphs => new NodeAttribute(name, [.. attribute.Graphs.Select(g => new GraphReader(tensors, this).Read(g, scope))]),
            Kind.TypeProtos => new NodeAttribute(name, [.. attribute.TypeProtos.Select(t => Type(t, name))]),
            _ => throw new InvalidModelException($"Attribute '{name}' has the unknown kind {(int)kind}."),
        };
    }

    /// <summary>What the message says beyond the attribute, whose value is taken out of it; null if nothing but the name is left.</summary>
    public static AttributeProto? Remainder(AttributeProto attribute)
    {
        string name = attribute.Name;
        TensorProto? tensor = attribute.T is null ? null : TensorRemainder(attribute.T);
        attribute.ClearF();
        attribute.ClearI();
        attribute.ClearS();
        attribute.G = null;
        attribute.SparseTensor = null;
        attribute.Tp = null;
        attribute.Floats.Clear();
        attribute.Ints.Clear();
        attribute.Strings.Clear();
        attribute.Tensors.Clear();
        attribute.SparseTensors.Clear();
        attribute.Graphs.Clear();
        attribute.TypeProtos.Clear();
        attribute.ClearType();
        attribute.ClearRefAttrName();
        attribute.ClearName();
        attribute.T = tensor;
        if (attribute.CalculateSize() == 0)
            return null;
        attribute.Name = name;
        return attribute;
    }

    // The name of a tensor in an attribute means nothing to the graph, but tools show it.
    private static TensorProto? TensorRemainder(TensorProto tensor)
    {
        string name = tensor.Name;
        TensorProto? remainder = TensorReader.Remainder(tensor);
        if (name.Length == 0)
            return remainder;
        remainder ??= tensor;
        remainder.Name = name;
        return remainder;
    }

    // Files of IR version 1 have no type field; the field that is present decides.
    private static Kind KindOfContent(AttributeProto attribute)
    {
        if (attribute.HasF) return Kind.Float;
        if (attribute.HasI) return Kind.Int;
        if (attribute.HasS) return Kind.String;
        if (attribute.T is not null) return Kind.Tensor;
        if (attribute.G is not null) return Kind.Graph;
        if (attribute.Floats.Count > 0) return Kind.Floats;
        if (attribute.Ints.Count > 0) return Kind.Ints;
        if (attribute.Strings.Count > 0) return Kind.Strings;
        if (attribute.Tensors.Count > 0) return Kind.Tensors;
        if (attribute.Graphs.Count > 0) return Kind.Graphs;
        return Kind.Undefined;
    }

    private static OnnxType Type(TypeProto type, string name) =>
        TypeReader.Read(type) ?? throw new InvalidModelException($"Attribute '{name}' holds an empty type.");

    private static T Content<T>(T? content, string name)
        where T : class => content ?? throw new InvalidModelException($"Attribute '{name}' lacks the value that its type promises.");
}
