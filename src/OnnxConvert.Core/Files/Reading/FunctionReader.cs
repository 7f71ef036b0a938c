using OnnxConvert.Files.Proto;
using OnnxConvert.Ir;
using OnnxConvert.Operators;

namespace OnnxConvert.Files.Reading;

/// <summary>Reads a model's own operators.</summary>
internal sealed class FunctionReader(GraphReader graphs, AttributeReader attributes)
{
    public Function Read(FunctionProto proto)
    {
        var function = new Function(Domains.Normalize(proto.Domain), proto.Name)
        {
            Overload = proto.Overload,
            DocString = proto.HasDocString ? proto.DocString : null,
        };
        var scope = new ValueScope(function.Body, null);
        foreach (string input in proto.Input)
            scope.Add(function.Body.AddInput(input, null));
        graphs.ReadNodes(proto.Node, scope);
        foreach (string output in proto.Output)
            function.Body.AddOutput(scope.Resolve(output) ?? throw new InvalidModelException($"The function '{proto.Name}' has an output without a name."));
        GraphReader.ReadValueInfo(proto.ValueInfo, scope);
        function.Body.Sort();

        foreach (string attribute in proto.Attribute)
            function.AttributeNames.Add(attribute);
        foreach (AttributeProto attribute in proto.AttributeProto)
            function.AttributeDefaults.Add(attributes.Read(attribute, scope));
        OnnxReader.ReadOpsets(proto.OpsetImport, function.OpsetImports);
        GraphReader.ReadMetadata(proto.MetadataProps, function.Metadata);
        function.Annotations.Set(Remainder(proto));
        return function;
    }

    private static FunctionProto? Remainder(FunctionProto proto)
    {
        AttributeProto[] remainders = [.. proto.AttributeProto.Select(AttributeReader.Remainder).OfType<AttributeProto>()];
        proto.ClearName();
        proto.ClearDomain();
        proto.ClearOverload();
        proto.ClearDocString();
        proto.Input.Clear();
        proto.Output.Clear();
        proto.Node.Clear();
        proto.ValueInfo.Clear();
        proto.Attribute.Clear();
        proto.AttributeProto.Clear();
        proto.AttributeProto.AddRange(remainders);
        proto.OpsetImport.Clear();
        proto.MetadataProps.Clear();
        return proto.CalculateSize() > 0 ? proto : null;
    }
}
