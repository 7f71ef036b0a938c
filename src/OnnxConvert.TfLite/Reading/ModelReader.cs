using System.Collections.Immutable;
using OnnxConvert.Ir;
using FlatModel = OnnxConvert.TfLite.Schema.Model;

namespace OnnxConvert.TfLite.Reading;

/// <summary>Puts a whole model together from its verified FlatBuffer.</summary>
internal static class ModelReader
{
    public static TfLiteModel Read(TfLiteFile file) => InternalErrorException.Guard("Reading the TFLite model", () => ReadModel(file));

    private static TfLiteModel ReadModel(TfLiteFile file)
    {
        var root = file.Root;
        CheckRoot(root);
        var context = new ReadContext(file);
        var metadata = MetadataReader.Read(root, file);
        var subgraphs = ReadSubgraphs(root, context);
        ImmutableArray<Graph> graphs = [.. subgraphs.Select(s => s.Graph)];
        SubgraphReferences.Check(graphs);

        var model = new TfLiteModel(file, MainModel(root, graphs[0]), graphs)
        {
            SchemaVersion = (int)root.Version,
            Description = root.Description ?? "",
            MinRuntimeVersion = MetadataReader.MinRuntimeVersion(metadata),
            Signatures = SignatureReader.Read(root, subgraphs),
            Metadata = metadata,
            ModelMetadata = ModelMetadataReader.Read(metadata, context),
            AssociatedFiles = AssociatedFileReader.List(file),
            BlockQuantization = BlockQuantizationReader.Read(subgraphs),
            Warnings = context.Warnings,
        };
        ModelProperties.Attach(model);
        return model;
    }

    private static void CheckRoot(FlatModel root)
    {
        // Version 2 differs in nothing that is read here, and such files exist.
        if (root.Version is not (2 or 3))
            throw new UnsupportedModelException($"The model has version {root.Version} of the TFLite schema; versions 2 and 3 are supported.");
        if (root.SubgraphsLength == 0)
            throw new InvalidModelException("The model has no subgraphs.");
    }

    private static SubgraphBuilder[] ReadSubgraphs(FlatModel root, ReadContext context)
    {
        var tensors = new TensorReader(context);
        var names = OperatorName.ReadAll(root);
        var builders = new SubgraphBuilder[root.SubgraphsLength];
        for (int i = 0; i < builders.Length; i++)
        {
            var source = root.Subgraphs(i)!.Value;
            builders[i] = new SubgraphBuilder(source, i, tensors.Read(source, i), context.File);
        }

        context.ThrowIfUnsupported();
        foreach (var builder in builders)
            builder.Build(names);
        return builders;
    }

    private static Model MainModel(FlatModel root, Graph main)
    {
        var model = new Model(main) { DocString = root.Description };
        model.OpsetImports[TfLiteOps.Domain] = 1;
        if (main.Nodes.Any(n => n.Domain == TfLiteOps.CustomDomain))
            model.OpsetImports[TfLiteOps.CustomDomain] = 1;
        return model;
    }
}
