using System.Collections.Immutable;
using OnnxConvert.Ir;
using OnnxConvert.Operators;
using OnnxConvert.OrtFormat.Kernels;
using Fbs = OnnxConvert.OrtFormat.Schema;

namespace OnnxConvert.OrtFormat.Reading;

/// <summary>Puts a whole model together from its verified file.</summary>
internal static class OrtReader
{
    // What ONNX Runtime writes for a model that states no version.
    private const long NoModelVersion = long.MaxValue;

    public static OrtModel Read(OrtFile file)
    {
        if (file.Root.Model is not { } source)
            throw new InvalidModelException("The ORT format file holds no model.");
        if (source.Graph is not { } graph)
            throw new InvalidModelException("The ORT format model holds no graph.");
        var optimizations = new List<RuntimeOptimization>();
        var model = new Model(new GraphReader(file, optimizations).Read(graph, null, "main_graph"))
        {
            IrVersion = source.IrVersion,
            ProducerName = source.ProducerName ?? "",
            ProducerVersion = source.ProducerVersion ?? "",
            Domain = source.Domain ?? "",
            ModelVersion = source.ModelVersion == NoModelVersion ? 0 : source.ModelVersion,
            DocString = source.DocString is { Length: > 0 } description ? description : null,
        };
        model.Graph.DocString = source.GraphDocString is { Length: > 0 } graphDescription ? graphDescription : null;
        ReadOpsets(source, model.OpsetImports);
        for (int i = 0; i < source.MetadataPropsLength; i++)
        {
            Fbs.StringStringEntry entry = source.MetadataProps(i)!.Value;
            model.Metadata[entry.Key ?? ""] = entry.Value ?? "";
        }

        return new OrtModel(model, optimizations, ReadKernelTypes(file.Root.KernelTypeStrResolver)) { FormatVersion = file.Version };
    }

    private static void ReadOpsets(Fbs.Model source, OrderedDictionary<string, long> opsets)
    {
        for (int i = 0; i < source.OpsetImportLength; i++)
        {
            Fbs.OperatorSetId import = source.OpsetImport(i)!.Value;
            opsets[Domains.Normalize(import.Domain ?? "")] = import.Version;
        }
    }

    private static Dictionary<string, ImmutableArray<KernelType>> ReadKernelTypes(Fbs.KernelTypeStrResolver? resolver)
    {
        var operators = new Dictionary<string, ImmutableArray<KernelType>>(StringComparer.Ordinal);
        for (int i = 0; i < (resolver?.OpKernelTypeStrArgsLength ?? 0); i++)
        {
            Fbs.OpIdKernelTypeStrArgsEntry entry = resolver!.Value.OpKernelTypeStrArgs(i)!.Value;
            var types = ImmutableArray.CreateBuilder<KernelType>(entry.KernelTypeStrArgsLength);
            for (int k = 0; k < entry.KernelTypeStrArgsLength; k++)
                types.Add(ReadKernelType(entry.KernelTypeStrArgs(k)!.Value));
            operators.TryAdd(entry.OpId ?? "", types.MoveToImmutable());
        }

        return operators;
    }

    private static KernelType ReadKernelType(Fbs.KernelTypeStrArgsEntry entry)
    {
        var arguments = ImmutableArray.CreateBuilder<KernelArgument>(entry.ArgsLength);
        for (int i = 0; i < entry.ArgsLength; i++)
        {
            Fbs.ArgTypeAndIndex argument = entry.Args(i)!.Value;
            arguments.Add(new KernelArgument(argument.ArgType == Fbs.ArgType.OUTPUT, (int)argument.Index));
        }

        return new KernelType(entry.KernelTypeStr ?? "", arguments.MoveToImmutable());
    }
}
