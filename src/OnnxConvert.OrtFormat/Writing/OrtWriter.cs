using System.Collections.Immutable;
using System.Globalization;
using Google.FlatBuffers;
using OnnxConvert.Checking;
using OnnxConvert.Files;
using OnnxConvert.Ir;
using OnnxConvert.Operators;
using OnnxConvert.OrtFormat.Kernels;
using Fbs = OnnxConvert.OrtFormat.Schema;

namespace OnnxConvert.OrtFormat.Writing;

/// <summary>Turns a model into an ORT file.</summary>
internal static class OrtWriter
{
    private const string Identifier = "ORTM";

    // What ONNX Runtime writes for a model that states no version.
    private const long NoModelVersion = long.MaxValue;

    /// <exception cref="UnsupportedModelException">The format has no place for something in the model.</exception>
    public static FileLayout Write(OrtModel ort, OrtSaveOptions options, ExternalDataWriter? externalData)
    {
        Model model = ort.Model;
        if (model.Functions.Count > 0)
            throw new InvalidModelException($"The model defines {model.Functions.Count} functions, which the ORT format has no place for; ToOrt expands them.");
        ModelChecker.EnsureComputed(model);
        var writer = new FlatWriter(ExpectedLength(model));
        var catalog = new OperatorCatalog(model.OpsetImports, ort.FileKernelTypes);
        var graphs = new GraphWriter(writer, catalog, new TensorWriter(writer, externalData, options.FormatVersion), ort.RuntimeOptimizations);
        Offset<Fbs.Graph> graph = graphs.Write(model.Graph);
        Offset<Fbs.Model> written = Write(writer, model, graph);
        Offset<Fbs.KernelTypeStrResolver> kernels = KernelTypeWriter.Write(writer, KernelTypes(graphs.Operators, ort, catalog));
        StringOffset version = writer.Name(options.FormatVersion.ToString(CultureInfo.InvariantCulture));
        writer.Builder.Finish(Fbs.InferenceSession.CreateInferenceSession(writer.Builder, version, written, kernels).Value, Identifier);

        var layout = new FileLayout(writer);
        if (layout.Length > int.MaxValue)
            throw new UnsupportedModelException($"The ORT file would have {layout.Length} bytes; it holds less than 2 GB. Set {nameof(OrtSaveOptions.ExternalDataThreshold)} and save to a path, or stay with ONNX and external data: stock ONNX Runtime reads no ORT model beyond 2 GB.");
        return layout;
    }

    // Names, types and edges of a node take some 200 bytes; pages that are never written to cost nothing.
    private static int ExpectedLength(Model model) =>
        (int)Math.Min((1 << 16) + (256L * model.Graph.SelfAndSubgraphs().Sum(graph => (long)graph.NodeCount)), Array.MaxLength);

    private static Offset<Fbs.Model> Write(FlatWriter writer, Model model, Offset<Fbs.Graph> graph)
    {
        FlatBufferBuilder builder = writer.Builder;
        VectorOffset opsets = Fbs.Model.CreateOpsetImportVector(builder, [.. OpsetImports(model).Select(o => Fbs.OperatorSetId.CreateOperatorSetId(builder, writer.Name(o.Key), o.Value))]);
        VectorOffset metadata = Fbs.Model.CreateMetadataPropsVector(builder, [.. model.Metadata.Select(m => Fbs.StringStringEntry.CreateStringStringEntry(builder, writer.Name(m.Key), writer.Name(m.Value)))]);
        return Fbs.Model.CreateModel(
            builder, model.IrVersion != 0 ? model.IrVersion : IrVersions.For(model), opsets, writer.Name(model.ProducerName), writer.Name(model.ProducerVersion),
            writer.Name(model.Domain), model.ModelVersion == 0 ? NoModelVersion : model.ModelVersion, writer.Name(model.DocString ?? ""), graph,
            writer.Name(model.Graph.DocString ?? ""), metadata);
    }

    /// <summary>
    /// The model's operator sets. ONNX Runtime puts its own operators into a model when it loads it (QLinearConv becomes one for
    /// channels last), and fails where their domain is not imported.
    /// </summary>
    private static OrderedDictionary<string, long> OpsetImports(Model model)
    {
        var imports = new OrderedDictionary<string, long>(model.OpsetImports);
        imports.TryAdd("", OperatorRegistry.SupportedOpsets[^1]);
        imports.TryAdd(Domains.Microsoft, 1);
        return imports;
    }

    private static Dictionary<string, ImmutableArray<KernelType>> KernelTypes(SortedDictionary<string, Node> operators, OrtModel model, OperatorCatalog catalog)
    {
        var types = new Dictionary<string, ImmutableArray<KernelType>>(StringComparer.Ordinal);
        var unknown = new List<UnsupportedItem>();
        foreach ((string id, Node node) in operators)
        {
            if (catalog.KernelTypes(id) is { } found)
                types[id] = found;
            else
                unknown.Add(new UnsupportedItem(node.OpType, node.Name, null, $"the definition of {id} is not known, and a file must hold its type names"));
        }

        if (unknown.Count > 0)
            throw new UnsupportedModelException(unknown);
        foreach (string id in model.RuntimeOptimizations.SelectMany(o => o.ProducedOperators))
        {
            if (catalog.KernelTypes(id) is { } found)
                types.TryAdd(id, found);
        }

        return types;
    }
}
