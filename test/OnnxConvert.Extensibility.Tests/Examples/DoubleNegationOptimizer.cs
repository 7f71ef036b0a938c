#region optimizer
using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace Acme.Models;

/// <summary>Neg(Neg(x)) → x.</summary>
[Optimizer]
internal sealed class DoubleNegationOptimizer : IOptimizer
{
    public bool Optimize(OptimizerContext context)
    {
        bool changed = false;
        foreach (Node node in context.Graph.Nodes)
        {
            Value output = node.Outputs[0];
            // A graph output keeps its own node: the caller knows it by name.
            if (!node.Is("Neg") || output.IsUnused || output.IsGraphOutput || node.Inputs[0]!.Producer is not { } inner || !inner.Is("Neg"))
                continue;
            Graph.ReplaceAllUses(output, inner.Inputs[0]!);
            changed = true;
        }

        return changed;
    }
}
#endregion
