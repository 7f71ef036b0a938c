#region softsign
using OnnxConvert.Emission;
using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace Acme.Models;

/// <summary>x / (1 + |x|) → Softsign(x).</summary>
internal sealed class SoftsignOptimizer : NodeOptimizer
{
    protected override bool Optimize(Node node, Graph graph, OptimizerContext context)
    {
        if (!node.Is("Div") || node.SoleProducer(1, "Add") is not { } sum)
            return false;
        foreach ((Value? one, Value? magnitude) in sum.EitherWay())
        {
            if (!KnownConstants.IsClose(one.Number(), 1) || magnitude?.Producer is not { } abs || !abs.Is("Abs") || !ReferenceEquals(abs.Inputs[0], node.Inputs[0]))
                continue;
            Emitter emit = context.Emitter(graph);
            Graph.ReplaceAllUses(node.Outputs[0], emit.Node("Softsign", [node.Inputs[0]]));
            graph.Remove(node);
            graph.Sort();
            return true;
        }

        return false;
    }
}
#endregion
