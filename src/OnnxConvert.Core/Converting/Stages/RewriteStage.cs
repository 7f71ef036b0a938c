using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.Converting.Stages;

/// <summary>The first stage: offers every node to every rewriter until none fires, or a bound is reached.</summary>
internal sealed class RewriteStage(RegistrationBuilder registry, ConversionOptions options, ConversionReport report, CancellationToken cancellationToken)
{
    private const int MaxRounds = 20;

    internal void Run(IReadOnlyList<Graph> graphs)
    {
        // What a graph runs stands behind it in files, as a rule; so a rewriter that looks into a body sees it rewritten.
        foreach (Graph graph in graphs.Reverse())
        {
            int round = 0;
            while (RunOnce(graph, graphs))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (++round < MaxRounds)
                    continue;
                report.AddRemark($"rewriters stopped after {round} rounds in {graph}, though they still changed it; the result is right, but could be smaller");
                break;
            }
        }
    }

    private bool RunOnce(Graph graph, IReadOnlyList<Graph> graphs)
    {
        bool changed = false;
        var context = new RewriteContext(graph, graphs, report, options.Dequantize);
        foreach (IRewriter rewriter in registry.Rewriters)
        {
            context.Rule = rewriter.GetType().Name;
            bool fired = false;
            foreach (Node node in graph.Nodes)
            {
                if (!Rewrite(rewriter, node, context))
                    continue;
                fired = true;
                report.CountPass(context.Rule);
                Log.Rewrote(options.Logger, context.Rule, node.ToString());
            }

            if (fired)
            {
                // Operators without outputs are there for their effect.
                DeadCode.Remove(graph, node => node.Outputs.Count == 0);
                graph.Sort();
                changed = true;
            }
        }

        return changed;
    }

    private static bool Rewrite(IRewriter rewriter, Node node, RewriteContext context)
    {
        try
        {
            return rewriter.Rewrite(node, context);
        }
        catch (Exception exception) when (InternalErrorException.IsCausedBy(exception))
        {
            throw InternalErrorException.Of($"The rewriter {context.Rule}, at {node},", exception);
        }
    }
}
