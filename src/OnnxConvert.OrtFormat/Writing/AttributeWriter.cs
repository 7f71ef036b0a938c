using Google.FlatBuffers;
using OnnxConvert.Ir;
using Fbs = OnnxConvert.OrtFormat.Schema;

namespace OnnxConvert.OrtFormat.Writing;

internal sealed class AttributeWriter(FlatWriter writer, TensorWriter tensors, GraphWriter graphs)
{
    /// <param name="attribute">The attribute.</param>
    /// <param name="node">The node that has it, for messages.</param>
    public Offset<Fbs.Attribute> Write(NodeAttribute attribute, Node node)
    {
        if (attribute.ReferenceTo is not null)
            throw new InvalidModelException($"{node}: attribute '{attribute.Name}' refers to a function's attribute, outside of a function.");
        FlatBufferBuilder builder = writer.Builder;
        StringOffset name = writer.Name(attribute.Name);
        StringOffset description = writer.Name("");
        Action content = Content(attribute, node);
        Fbs.Attribute.StartAttribute(builder);
        Fbs.Attribute.AddName(builder, name);
        Fbs.Attribute.AddDocString(builder, description);
        Fbs.Attribute.AddType(builder, (Fbs.AttributeType)(int)attribute.Kind);
        content();
        return Fbs.Attribute.EndAttribute(builder);
    }

    /// <summary>Writes what the attribute refers to, and returns what adds the reference to its table.</summary>
    private Action Content(NodeAttribute attribute, Node node)
    {
        FlatBufferBuilder builder = writer.Builder;
        switch (attribute.Kind)
        {
            case AttributeKind.Float:
                return () => Fbs.Attribute.AddF(builder, attribute.Float);
            case AttributeKind.Int:
                return () => Fbs.Attribute.AddI(builder, attribute.Int);
            case AttributeKind.String:
                StringOffset text = writer.Bytes(attribute.StringBytes.Span);
                return () => Fbs.Attribute.AddS(builder, text);
            case AttributeKind.Tensor:
                Offset<Fbs.Tensor> tensor = tensors.Write("", attribute.Tensor);
                return () => Fbs.Attribute.AddT(builder, tensor);
            case AttributeKind.Graph:
                Offset<Fbs.Graph> graph = graphs.Write(attribute.Graph);
                return () => Fbs.Attribute.AddG(builder, graph);
            case AttributeKind.Floats:
                VectorOffset floats = Fbs.Attribute.CreateFloatsVector(builder, [.. attribute.Floats]);
                return () => Fbs.Attribute.AddFloats(builder, floats);
            case AttributeKind.Ints:
                VectorOffset ints = Fbs.Attribute.CreateIntsVector(builder, [.. attribute.Ints]);
                return () => Fbs.Attribute.AddInts(builder, ints);
            case AttributeKind.Strings:
                VectorOffset strings = Fbs.Attribute.CreateStringsVector(builder, writer.Strings(attribute.Strings));
                return () => Fbs.Attribute.AddStrings(builder, strings);
            case AttributeKind.Tensors:
                VectorOffset list = Fbs.Attribute.CreateTensorsVector(builder, [.. attribute.Tensors.Select(t => tensors.Write("", t))]);
                return () => Fbs.Attribute.AddTensors(builder, list);
            default:
                throw new UnsupportedModelException($"{node}: attribute '{attribute.Name}' is of kind {attribute.Kind}, which the ORT format cannot hold. Run the model as ONNX.");
        }
    }
}
