using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.Optimizers;

/// <summary>
/// Relu, Clip, and Max or Min with one constant limit their input to an interval. Of two in a row the outer one goes when it is
/// the wider, the inner one when its interval holds the outer's.
/// </summary>
public sealed class ClampChainOptimizer : NodeOptimizer
{
    /// <inheritdoc/>
    protected override bool Optimize(Node node, Graph graph, OptimizerContext context)
    {
        if (Clamp.TryRead(node) is not { } outer || node.Outputs[0].IsUnused || outer.Input.Producer is not { } producer || Clamp.TryRead(producer) is not { } inner)
            return false;
        if (outer.Contains(inner))
            return Fusion.Bypass(node, outer.Input);
        if (!inner.Contains(outer))
            return false;
        node.SetInput(outer.InputIndex, inner.Input);
        return true;
    }
}
