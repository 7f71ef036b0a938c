using Microsoft.Extensions.Logging;
using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.Converting.Stages;

/// <summary>The third stage: runs the optimizers in turn until none changes anything, or a bound is reached.</summary>
internal sealed class OptimizeStage(PassList<IOptimizer> optimizers, ILogger logger, CancellationToken cancellationToken)
{
    private const int MaxRounds = 10;

    internal void Run(Model model, ConversionReport report)
    {
        var context = new OptimizerContext(model, logger, cancellationToken);
        DeadCode.Remove(model.Graph);
        for (int round = 0; round < MaxRounds; round++)
        {
            bool changed = false;
            foreach (IOptimizer optimizer in optimizers)
            {
                cancellationToken.ThrowIfCancellationRequested();
                string name = optimizer.GetType().Name;
                if (!Optimize(optimizer, name, context))
                    continue;
                changed = true;
                DeadCode.Remove(model.Graph);
                report.CountPass(name);
                Log.PassChanged(logger, name, model.Graph.NodeCount);
            }

            if (!changed)
                return;
        }
    }

    private static bool Optimize(IOptimizer optimizer, string name, OptimizerContext context)
    {
        try
        {
            return optimizer.Optimize(context);
        }
        catch (Exception exception) when (PassFault.IsOfCode(exception))
        {
            throw PassFault.Of(name, exception);
        }
    }
}
