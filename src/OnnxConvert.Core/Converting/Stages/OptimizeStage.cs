using Microsoft.Extensions.Logging;
using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.Converting.Stages;

/// <summary>The third stage: runs the optimizers in turn until none changes anything, or a bound is reached.</summary>
internal sealed class OptimizeStage(PassList<IOptimizer> optimizers, ILogger logger, CancellationToken cancellationToken)
{
    internal void Run(Model model, ConversionReport report)
    {
        DeadCode.Remove(model.Graph);
        var runner = new PassRunner(optimizers)
        {
            Changed = pass =>
            {
                report.CountPass(pass);
                Log.PassChanged(logger, pass, model.Graph.NodeCount);
            },
        };
        if (runner.Run(new OptimizerContext(model, logger, cancellationToken)).Warning is { } warning)
            report.AddRemark($"optimizers {warning}");
    }
}
