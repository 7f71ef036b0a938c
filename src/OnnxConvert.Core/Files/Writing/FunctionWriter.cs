using OnnxConvert.Files.Proto;
using OnnxConvert.Ir;

namespace OnnxConvert.Files.Writing;

/// <summary>Writes a model's own operators.</summary>
internal sealed class FunctionWriter(GraphWriter graphs, AttributeWriter attributes)
{
    public FunctionProto Write(Function function)
    {
        if (function.Body.Initializers.Count > 0)
            throw new InvalidModelException($"The body of function '{function.Name}' has initializers, which ONNX has no place for; use Constant nodes.");
        var extras = function.Annotations.Get<FunctionProto>();
        FunctionProto proto = extras?.Clone() ?? new FunctionProto();
        proto.Name = function.Name;
        proto.Domain = function.Domain;
        if (function.Overload.Length > 0)
            proto.Overload = function.Overload;
        if (function.DocString is { } description)
            proto.DocString = description;
        proto.Input.AddRange(function.Body.Inputs.Select(GraphWriter.NameOf));
        proto.Output.AddRange(function.Body.Outputs.Select(GraphWriter.NameOf));
        graphs.WriteNodes(function.Body, proto.Node);
        WriteValueInfo(function.Body, proto);
        proto.Attribute.AddRange(function.AttributeNames);
        proto.AttributeProto.Clear();
        foreach (NodeAttribute attribute in function.AttributeDefaults)
            proto.AttributeProto.Add(attributes.Write(attribute, extras?.AttributeProto.FirstOrDefault(a => a.Name == attribute.Name)));
        OnnxWriter.WriteOpsets(function.OpsetImports, proto.OpsetImport);
        GraphWriter.WriteMetadata(function.Metadata, proto.MetadataProps);
        return proto;
    }

    // A function's inputs and outputs are mere names, so that their types stand with the others.
    private static void WriteValueInfo(Graph body, FunctionProto proto)
    {
        foreach (Value value in body.Inputs.Concat(body.Outputs).Distinct())
        {
            if (value.Type is { } type)
                proto.ValueInfo.Add(new ValueInfoProto { Name = value.Name, Type = TypeWriter.Write(type) });
        }

        GraphWriter.WriteValueInfo(body, proto.ValueInfo);
    }
}
