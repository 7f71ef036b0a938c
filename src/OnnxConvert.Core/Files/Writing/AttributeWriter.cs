using Google.Protobuf;
using OnnxConvert.Files.Proto;
using OnnxConvert.Ir;

namespace OnnxConvert.Files.Writing;

/// <summary>Writes node attributes, the graphs in them included.</summary>
internal sealed class AttributeWriter(TensorWriter tensors)
{
    /// <param name="attribute">The attribute.</param>
    /// <param name="remainder">What a file said of it beyond its value, or null.</param>
    public AttributeProto Write(NodeAttribute attribute, AttributeProto? remainder)
    {
        TensorProto? tensorRemainder = remainder?.T;
        AttributeProto proto = remainder?.Clone() ?? new AttributeProto();
        proto.T = null;
        proto.Name = attribute.Name;
        if (attribute.Kind != AttributeKind.Undefined)
            proto.Type = (AttributeProto.Types.AttributeType)attribute.Kind;
        if (attribute.ReferenceTo is { } reference)
            proto.RefAttrName = reference;
        else
            WriteContent(attribute, proto, tensorRemainder);
        return proto;
    }

    private void WriteContent(NodeAttribute attribute, AttributeProto proto, TensorProto? tensorRemainder)
    {
        switch (attribute.Kind)
        {
            case AttributeKind.Float: proto.F = attribute.Float; break;
            case AttributeKind.Int: proto.I = attribute.Int; break;
            case AttributeKind.String: proto.S = UnsafeByteOperations.UnsafeWrap(attribute.StringBytes); break;
            case AttributeKind.Tensor: proto.T = TensorWriter.Write(attribute.Tensor, tensorRemainder); break;
            case AttributeKind.SparseTensor: proto.SparseTensor = TensorWriter.Write(attribute.SparseTensor); break;
            case AttributeKind.Graph: proto.G = Graph(attribute.Graph); break;
            case AttributeKind.Type: proto.Tp = TypeWriter.Write(attribute.Type); break;
            case AttributeKind.Floats: proto.Floats.AddRange(attribute.Floats); break;
            case AttributeKind.Ints: proto.Ints.AddRange(attribute.Ints); break;
            case AttributeKind.Strings: proto.Strings.AddRange(attribute.Strings.Select(UnsafeByteOperations.UnsafeWrap)); break;
            case AttributeKind.Tensors: proto.Tensors.AddRange(attribute.Tensors.Select(t => TensorWriter.Write(t))); break;
            case AttributeKind.SparseTensors: proto.SparseTensors.AddRange(attribute.SparseTensors.Select(t => TensorWriter.Write(t))); break;
            case AttributeKind.Graphs: proto.Graphs.AddRange(attribute.Graphs.Select(Graph)); break;
            case AttributeKind.Types: proto.TypeProtos.AddRange(attribute.Types.Select(TypeWriter.Write)); break;
            default: throw new InvalidOperationException($"Attribute '{attribute.Name}' holds nothing.");
        }
    }

    private GraphProto Graph(Graph graph) => new GraphWriter(tensors, this).Write(graph);
}
