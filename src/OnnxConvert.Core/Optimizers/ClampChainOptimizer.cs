using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.Optimizers;

/// <summary>
/// Relu, Clip, and Max or Min with one constant limit their input to an interval. Of two in a row the outer one goes when it is
/// the wider, the inner one when its interval holds the outer's.
/// </summary>
[Optimizer(After = typeof(CastChainOptimizer))]
internal sealed class ClampChainOptimizer : IOptimizer
{
    public bool Optimize(OptimizerContext context)
    {
        bool changed = false;
        foreach (Graph graph in context.Graph.SelfAndSubgraphs().ToArray())
        {
            foreach (Node node in graph.Nodes)
                changed |= Merge(node);
        }

        return changed;
    }

    private static bool Merge(Node node)
    {
        if (Clamp.TryRead(node) is not { } outer || node.Outputs[0].IsUnused || outer.Input.Producer is not { } producer || Clamp.TryRead(producer) is not { } inner)
            return false;
        if (outer.Contains(inner))
            return Identities.Bypass(node, outer.Input);
        if (!inner.Contains(outer))
            return false;
        node.SetInput(outer.InputIndex, inner.Input);
        return true;
    }
}
