using OnnxConvert.Emission;
using OnnxConvert.Files;
using OnnxConvert.Ir;

namespace OnnxConvert.OrtFormat.Lowering;

/// <summary>The way from an ONNX model to one that a runtime without graph transformations can run.</summary>
internal static class OnnxLowering
{
    public static Model Lower(Model source, OrtOptions options)
    {
        Model model = ModelCopy.Of(source);
        if (model.IrVersion == 0)
            model.IrVersion = IrVersions.For(model);
        NameScope names = Names(model.Graph);
        FunctionInlining.Inline(model, names);
        Sort(model);
        ValueTypes.Infer(model);
        OrtOptimizer.OptimizePortably(model, Level(options));
        // Some operators are written out by the types of their inputs.
        ValueTypes.Infer(model);
        FunctionOperators.Expand(model, Names(model.Graph));
        ConstantNodes.Replace(model.Graph);
        Sort(model);
        ValueTypes.Infer(model);
        OrtOptimizer.OptimizeForCpu(model, Level(options), options);
        ValueTypes.Infer(model);
        Float16Casts.Insert(model, Names(model.Graph));
        Sort(model);
        DefaultAttributes.State(model);
        return model;
    }

    // What comes above is left to the runtime, where that is asked for.
    private static OptimizationLevel Level(OrtOptions options) =>
        options is { OptimizationStyle: OptimizationStyle.Runtime, OptimizationLevel: > OptimizationLevel.Basic } ? OptimizationLevel.Basic : options.OptimizationLevel;

    private static void Sort(Model model)
    {
        foreach (Graph graph in model.Graph.SelfAndSubgraphs().ToArray())
            graph.Sort();
    }

    /// <summary>All names that are taken.</summary>
    private static NameScope Names(Graph main)
    {
        var names = new NameScope();
        foreach (Graph graph in main.SelfAndSubgraphs())
        {
            foreach (Value value in graph.Inputs.Concat(graph.Initializers).Concat(graph.Nodes.SelectMany(n => n.Outputs)))
                names.Unique(value.Name);
            foreach (Node node in graph.Nodes)
                names.Unique(node.Name);
        }

        return names;
    }
}
