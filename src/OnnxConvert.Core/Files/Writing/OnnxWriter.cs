using Google.Protobuf.Collections;
using OnnxConvert.Files.Proto;
using OnnxConvert.Ir;

namespace OnnxConvert.Files.Writing;

/// <summary>Turns a <see cref="Model"/> into the message of an ONNX file.</summary>
internal static class OnnxWriter
{
    public static ModelProto Write(Model model, ExternalDataWriter? externalData)
    {
        var tensors = new TensorWriter(externalData);
        var attributes = new AttributeWriter(tensors);
        var graphs = new GraphWriter(tensors, attributes);
        var functions = new FunctionWriter(graphs, attributes);

        ModelProto proto = model.Annotations.Get<ModelProto>()?.Clone() ?? new ModelProto();
        proto.IrVersion = model.IrVersion != 0 ? model.IrVersion : IrVersions.For(model);
        WriteOpsets(model.OpsetImports, proto.OpsetImport);
        if (model.ProducerName.Length > 0)
            proto.ProducerName = model.ProducerName;
        if (model.ProducerVersion.Length > 0)
            proto.ProducerVersion = model.ProducerVersion;
        if (model.Domain.Length > 0)
            proto.Domain = model.Domain;
        if (model.ModelVersion != 0)
            proto.ModelVersion = model.ModelVersion;
        if (model.DocString is { } description)
            proto.DocString = description;
        proto.Graph = graphs.Write(model.Graph);
        GraphWriter.WriteMetadata(model.Metadata, proto.MetadataProps);
        proto.Functions.AddRange(model.Functions.Select(functions.Write));
        return proto;
    }

    public static void WriteOpsets(OrderedDictionary<string, long> opsets, RepeatedField<OperatorSetIdProto> imports) =>
        imports.AddRange(opsets.Select(o => new OperatorSetIdProto { Domain = o.Key, Version = o.Value }));
}
