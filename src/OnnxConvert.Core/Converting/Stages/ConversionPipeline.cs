using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using OnnxConvert.Emission;
using OnnxConvert.Ir;
using OnnxConvert.Optimizers;
using OnnxConvert.Optimizers.Quantization;
using OnnxConvert.Rewriting;

namespace OnnxConvert.Converting.Stages;

/// <summary>The way of a model: source graph, rewritten source graph, ONNX graph, optimized ONNX graph.</summary>
internal sealed class ConversionPipeline(SourceModel source, ConversionOptions options, int opset, CancellationToken cancellationToken)
{
    internal (Model Model, ConversionReport Report) Run()
    {
        using MappedFileSet held = MappedFileSet.Of(source.MappedFiles);
        var report = new ConversionReport(source.Format, opset);
        RegistrationBuilder registry = BuildRegistry(report);
        if (options.Signature is null && source.Signatures.Count > 1)
            report.AddRemark($"the model has {source.Signatures.Count} signatures ({string.Join(", ", source.Signatures.Select(one => one.Key))}); without a choice this is its main graph");
        Graph[] graphs = [.. source.Subgraphs.Select(graph => GraphCloner.Clone(graph))];
        int main = options.Signature?.Graph ?? 0;
        ImmutableArray<string>? outputNames = options.Signature is { } signature ? SignatureBoundary.Apply(graphs[main], signature) : null;
        SourceBoundary.Apply(graphs[main], options);

        new RewriteStage(registry, options, report, cancellationToken).Run(graphs);
        Model model = InternalErrorException.Guard("The conversion", () => new HandlerStage(registry, options, opset, report, cancellationToken).Run(graphs, main, outputNames));
        model.DocString = source.Description;
        foreach ((string name, string text) in source.Properties)
            model.Metadata[name] = text;
        new OptimizeStage(registry.Optimizers, options.Logger, cancellationToken).Run(model, report);
        FinishedModel.Complete(model, report);
        Log.Converted(options.Logger, source.Format, report.Operators.Count, report.NodeCount, opset);
        model.ShareFiles(source.MappedFiles);
        return (model, report);
    }

    private RegistrationBuilder BuildRegistry(ConversionReport report)
    {
        var registry = new RegistrationBuilder();
        source.Handlers.Register(registry);
        BuiltInPasses.AddTo(registry.Optimizers);
        if (options.QuantizedTables)
            registry.Optimizers.Add(BuiltInPasses.QuantizedTables, new QuantizedTableOptimizer());
        if (options.QuantizeActivations)
            registry.Optimizers.Add(BuiltInPasses.DynamicQuantization, new DynamicQuantizationOptimizer());
        foreach (IRegistrationModule module in options.Modules)
        {
            registry.StartModule();
            module.Register(registry);
        }

        foreach (Action<RegistrationBuilder> change in options.Registrations)
        {
            registry.StartModule();
            change(registry);
        }

        foreach (string replacement in registry.Replacements)
            report.AddRemark(replacement);
        return registry;
    }
}
