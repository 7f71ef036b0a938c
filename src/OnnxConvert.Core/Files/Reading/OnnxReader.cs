using System.Buffers;
using Google.Protobuf;
using Google.Protobuf.Collections;
using OnnxConvert.Files.Proto;
using OnnxConvert.Ir;
using OnnxConvert.Operators;

namespace OnnxConvert.Files.Reading;

/// <summary>Turns the bytes of an ONNX file into a <see cref="Model"/>.</summary>
internal static class OnnxReader
{
    internal const string NoMessage = "The file is no ONNX model, or it is damaged or cut off: its bytes are no protocol buffer message.";

    /// <param name="file">The file, of which the model's constants become views.</param>
    /// <param name="externalDataFolder">Where external data is looked for; null if there is no such place.</param>
    public static Model Read(ReadOnlyMemory<byte> file, string? externalDataFolder)
    {
        ModelProto proto = Parse(file);
        if (proto.Graph is null)
            throw new InvalidModelException("The file is no ONNX model: it holds no graph.");
        using var externalData = new ExternalDataReader(externalDataFolder);
        Model model = Read(proto, new TensorReader(new FilePayloads(file), externalData));
        externalData.GiveTo(model);
        return model;
    }

    /// <param name="proto">The message; what is read is taken out of it.</param>
    /// <param name="tensors">Reads tensors, from where their bytes are.</param>
    internal static Model Read(ModelProto proto, TensorReader tensors)
    {
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
        if (model.IrVersion == 0)
            model.Annotations.Set(new ReadingRepair("states no IR version"));
        model.Annotations.Set(Remainder(proto));
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

    private static ModelProto Parse(ReadOnlyMemory<byte> file)
    {
        StandIns.Refuse(file.Span);
        try
        {
            return PayloadCutter.TryCut(file, out ReadOnlySequence<byte> rest) ? ModelProto.Parser.ParseFrom(rest) : throw new InvalidModelException(NoMessage);
        }
        catch (InvalidProtocolBufferException e)
        {
            throw new InvalidModelException(NoMessage, e);
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
