using OnnxConvert.Ir;

namespace OnnxConvert.Rewriting;

/// <summary>
/// Runs optimizers in turn until none changes anything, or a bound is reached, which the report says. Nodes that become dead are
/// removed after each pass; a pass that changes what callers know the model by is stopped.
/// </summary>
/// <param name="passes">The optimizers in the order in which they run.</param>
public sealed class PassRunner(IEnumerable<IOptimizer> passes)
{
    /// <summary>The number of rounds where none is given: as many as ONNX Runtime makes.</summary>
    public const int DefaultMaxRounds = 10;

    private readonly IOptimizer[] _passes = [.. passes];

    /// <summary>How many times the whole list is run at most.</summary>
    public int MaxRounds { get; init; } = DefaultMaxRounds;

    /// <summary>Called behind every pass that changed the model, with its name, once dead nodes are gone; null for nothing.</summary>
    public Action<string>? Changed { get; init; }

    /// <summary>Runs the passes.</summary>
    /// <param name="context">The model with what passes may ask for. Its token is asked before every pass.</param>
    /// <returns>Which passes changed what, and whether they came to an end.</returns>
    /// <exception cref="InternalErrorException">A pass failed, or changed names, order or element types of the model's inputs and outputs.</exception>
    /// <exception cref="OperationCanceledException">The token of the context asked to stop. The model is valid, but partly optimized.</exception>
    public PassReport Run(OptimizerContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var report = new PassReport();
        var boundary = ModelBoundary.Of(context.Model);
        while (true)
        {
            var changing = new List<string>();
            foreach (IOptimizer pass in _passes)
            {
                if (Run(pass, context, boundary))
                    changing.Add(pass.GetType().Name);
            }

            if (changing.Count == 0)
                return report;
            foreach (string pass in changing)
                report.Count(pass);
            if (++report.Rounds < MaxRounds)
                continue;
            report.StopWith(changing.Distinct());
            return report;
        }
    }

    private bool Run(IOptimizer pass, OptimizerContext context, ModelBoundary boundary)
    {
        context.CancellationToken.ThrowIfCancellationRequested();
        string name = pass.GetType().Name;
        bool changed = InternalErrorException.Guard($"The pass {name}", () => pass.Optimize(context));
        if (changed)
        {
            DeadCode.Remove(context.Graph);
            Changed?.Invoke(name);
        }

        // Also where the pass says that nothing changed: it may be wrong.
        return boundary.FindChange(context.Graph) is not { } change
            ? changed
            : throw new InternalErrorException($"The pass {name}", $"It must leave names, order and element types of the model's inputs and outputs as they are, but {change}.");
    }
}
