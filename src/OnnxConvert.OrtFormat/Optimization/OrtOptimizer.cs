using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;
using OnnxConvert.OrtFormat.Lowering;
using OnnxConvert.OrtFormat.Optimization;
using OnnxConvert.Rewriting;

namespace OnnxConvert.OrtFormat;

/// <summary>Optimizes ONNX models as ONNX Runtime does when it saves them in the ORT format: level by level, each to a fixed point.</summary>
public static class OrtOptimizer
{
    /// <summary>Applies all optimizations up to a level.</summary>
    /// <param name="model">The model, which is edited; its shapes may be unknown, and are inferred.</param>
    /// <param name="level">How far to go.</param>
    /// <param name="platform">Whose kernels count from <see cref="OptimizationLevel.Extended"/> on.</param>
    /// <param name="cancellationToken">Asked between passes.</param>
    /// <returns>Which passes changed what, and whether each level came to an end within the rounds that ONNX Runtime makes.</returns>
    public static PassReport Optimize(Model model, OptimizationLevel level, TargetPlatform platform = TargetPlatform.Arm, CancellationToken cancellationToken = default) =>
        Optimize(model, new OrtOptions { OptimizationLevel = level, TargetPlatform = platform }, cancellationToken);

    /// <summary>Applies all optimizations up to the level of <paramref name="options"/>, whatever their style is.</summary>
    /// <param name="model">The model, which is edited; its shapes may be unknown, and are inferred.</param>
    /// <param name="options">How far to go, and for what.</param>
    /// <param name="cancellationToken">Asked between passes.</param>
    /// <returns>Which passes changed what, and whether each level came to an end within the rounds that ONNX Runtime makes.</returns>
    public static PassReport Optimize(Model model, OrtOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(options);
        options.RequiredBlockSize();
        PassReport report = OptimizePortably(model, options.OptimizationLevel, options, cancellationToken);
        report.Add(OptimizeForCpu(model, options.OptimizationLevel, options, cancellationToken));
        return report;
    }

    /// <summary>The part of the optimizations that gives ONNX's own operators again. Function operators may still be there: ONNX Runtime writes them out behind it.</summary>
    internal static PassReport OptimizePortably(Model model, OptimizationLevel level, OrtOptions options, CancellationToken cancellationToken)
    {
        Prepare(model);
        // Without optimization ONNX Runtime keeps even nodes that nobody reads.
        DeadCode.Remove(model.Graph, keep: _ => level == OptimizationLevel.None);
        PassReport report = Run(model, OptimizationPasses.Always(), cancellationToken);
        if (level >= OptimizationLevel.Basic)
            report.Add(Run(model, Edited(OptimizationPasses.Basic(), OptimizationLevel.Basic, options), cancellationToken));
        Finish(model);
        return report;
    }

    /// <summary>The part of the optimizations that asks for the CPU kernels of ONNX Runtime.</summary>
    internal static PassReport OptimizeForCpu(Model model, OptimizationLevel level, OrtOptions options, CancellationToken cancellationToken)
    {
        var report = new PassReport();
        if (level >= OptimizationLevel.Extended)
            report.Add(Run(model, Edited(OptimizationPasses.Extended(options), OptimizationLevel.Extended, options), cancellationToken));
        if (level >= OptimizationLevel.All)
            report.Add(Run(model, Edited(OptimizationPasses.Layout(options), OptimizationLevel.All, options), cancellationToken));
        Finish(model);
        return report;
    }

    /// <summary>Does to a model what a runtime does to it when it loads it with optimizations that were saved, if no accelerator takes part.</summary>
    /// <param name="model">The model, which is edited.</param>
    /// <param name="isSaved">Whether an optimization was saved for a node, by its operator or convolution.</param>
    internal static void Replay(Model model, Func<Node, bool> isSaved)
    {
        Run(model, OptimizationPasses.Replayed(isSaved), CancellationToken.None);
        Run(model, OptimizationPasses.ReplayedLayout(), CancellationToken.None);
        Finish(model);
    }

    private static void Prepare(Model model)
    {
        OverridableConstants.Settle(model);
        foreach (Graph graph in model.Graph.SelfAndSubgraphs().ToArray())
            graph.Sort();
        ConstantNodes.Replace(model.Graph);
        Infer(model);
    }

    private static PassList<IOptimizer> Edited(PassList<IOptimizer> passes, OptimizationLevel level, OrtOptions options)
    {
        options.EditPasses?.Invoke(level, passes);
        return passes;
    }

    private static PassReport Run(Model model, IReadOnlyList<IOptimizer> passes, CancellationToken cancellationToken) =>
        new PassRunner(passes) { Changed = _ => Infer(model) }.Run(new OptimizerContext(model, cancellationToken));

    private static void Finish(Model model)
    {
        foreach (Graph graph in model.Graph.SelfAndSubgraphs().ToArray())
            graph.Sort();
        UniqueNames.Assign(model.Graph);
        foreach (Node node in model.Graph.SelfAndSubgraphs().SelectMany(graph => graph.Nodes))
            model.OpsetImports.TryAdd(node.Domain, 1);
    }

    private static void Infer(Model model)
    {
        int opset = (int)model.OpsetImports.GetValueOrDefault("", 1);
        foreach (Graph graph in model.Graph.SelfAndSubgraphs().ToArray())
        {
            foreach (Node node in graph.TopologicalOrder())
                ShapeInference.InferNode(node, opset);
        }
    }
}
