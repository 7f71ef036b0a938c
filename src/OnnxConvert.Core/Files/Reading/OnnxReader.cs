using Google.Protobuf;
using Google.Protobuf.Collections;
using OnnxConvert.Files.Proto;
using OnnxConvert.Ir;
using OnnxConvert.Operators;

namespace OnnxConvert.Files.Reading;

/// <summary>Turns the bytes of an ONNX file into a <see cref="Model"/>.</summary>
internal static class OnnxReader
{
    /// <param name="bytes">The file.</param>
    /// <param name="externalDataFolder">Where external data is looked for; null if there is no such place.</param>
    public static Model Read(ReadOnlySpan<byte> bytes, string? externalDataFolder)
    {
        ModelProto proto = Parse(bytes);
        if (proto.Graph is null)
            throw new InvalidModelException("The file is no ONNX model: it holds no graph.");
        var tensors = new TensorReader(new ExternalDataReader(externalDataFolder));
        var attributes = new AttributeReader(tensors);
        var graphs = new GraphReader(tensors, attributes);

        var model = new Model(graphs.Read(proto.Graph, null))
        {
            IrVersion = proto.IrVersion,
            ProducerName = proto.ProducerName,
            ProducerVersion = proto.ProducerVersion,
            Domain = proto.Domain,
            ModelVersion = proto.ModelVersion,
            DocString = proto.HasDocString ? proto.DocString : null,
        };
        ReadOpsets(proto.OpsetImport, model.OpsetImports);
        GraphReader.ReadMetadata(proto.MetadataProps, model.Metadata);
        var functions = new FunctionReader(graphs, attributes);
        foreach (FunctionProto function in proto.Functions)
            model.Functions.Add(functions.Read(function));
        model.Extras = Remainder(proto);
        return model;
    }

    /// <summary>Of two imports of one domain the higher version counts, as ONNX says.</summary>
    public static void ReadOpsets(RepeatedField<OperatorSetIdProto> imports, OrderedDictionary<string, long> opsets)
    {
        foreach (OperatorSetIdProto import in imports)
        {
            string domain = Domains.Normalize(import.Domain);
            opsets[domain] = Math.Max(import.Version, opsets.GetValueOrDefault(domain));
        }
    }

    private static ModelProto Parse(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return ModelProto.Parser.ParseFrom(bytes);
        }
        catch (InvalidProtocolBufferException e)
        {
            throw new InvalidModelException($"The file is no ONNX model: {e.Message}", e);
        }
    }

    private static ModelProto? Remainder(ModelProto proto)
    {
        proto.ClearIrVersion();
        proto.OpsetImport.Clear();
        proto.ClearProducerName();
        proto.ClearProducerVersion();
        proto.ClearDomain();
        proto.ClearModelVersion();
        proto.ClearDocString();
        proto.Graph = null;
        proto.MetadataProps.Clear();
        proto.Functions.Clear();
        return proto.CalculateSize() > 0 ? proto : null;
    }
}
