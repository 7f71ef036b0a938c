using OnnxConvert.Emission;
using OnnxConvert.Files;
using OnnxConvert.Ir;
using OnnxConvert.Operators;
using OnnxConvert.OrtFormat.Runtime;
using OnnxConvert.Rewriting;

namespace OnnxConvert.OrtFormat.Lowering;

/// <summary>The way from an ONNX model to one that a runtime without graph transformations can run.</summary>
internal static class OnnxLowering
{
    public static Model Lower(Model source, OrtOptions options, PassReport report, ICollection<string> warnings, CancellationToken cancellationToken)
    {
        Model model = GraphCloner.Clone(source);
        try
        {
            LowerInPlace(model, options, report, warnings, cancellationToken);
            return model;
        }
        catch
        {
            model.Dispose();
            throw;
        }
    }

    private static void LowerInPlace(Model model, OrtOptions options, PassReport report, ICollection<string> warnings, CancellationToken cancellationToken)
    {
        if (model.IrVersion == 0)
            model.IrVersion = IrVersions.For(model);
        // Casts and the like come in, also where all nodes are of other domains.
        model.OpsetImports.TryAdd(Domains.Onnx, OperatorRegistry.SupportedOpsets[^1]);
        FunctionInlining.Inline(model);
        Sort(model);
        ValueTypes.Infer(model, warnings);
        report.Add(OrtOptimizer.OptimizePortably(model, Level(options), options, cancellationToken));
        // Some operators are written out by the types of their inputs.
        ValueTypes.Infer(model, warnings);
        FunctionExpansion.Expand(model, FunctionKernels.IsMissing);
        ConstantNodes.Replace(model.Graph);
        Sort(model);
        ValueTypes.Infer(model, warnings);
        report.Add(OrtOptimizer.OptimizeForCpu(model, Level(options), options, cancellationToken));
        ValueTypes.Infer(model, warnings);
        Float16Casts.Insert(model, NameScope.Of(model.Graph));
        Sort(model);
        DefaultAttributes.State(model);
    }

    // What comes above is left to the runtime, where that is asked for.
    private static OptimizationLevel Level(OrtOptions options) =>
        options is { OptimizationStyle: OptimizationStyle.Runtime, OptimizationLevel: > OptimizationLevel.Basic } ? OptimizationLevel.Basic : options.OptimizationLevel;

    private static void Sort(Model model)
    {
        foreach (Graph graph in model.Graph.SelfAndSubgraphs().ToArray())
            graph.Sort();
    }
}
