using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.OrtFormat.Optimization.Basic;

/// <summary>Where(Not(c), a, b) → Where(c, b, a), where only Where nodes read the Not, as their condition. (NotWhereFusion)</summary>
internal sealed class NotWherePass : NodeOptimizer
{
    protected override bool Optimize(Node node, Graph graph, OptimizerContext context)
    {
        Value output = node.Outputs[0];
        if (!node.Is("Not") || output.IsGraphOutput || output.Uses.Count == 0 || !output.Uses.All(use => use.Node.Is("Where") && use.InputIndex == 0))
            return false;
        foreach (Use use in output.Uses.ToArray())
        {
            Node where = use.Node;
            Value? chosen = where.Inputs[1], otherwise = where.Inputs[2];
            where.SetInput(0, node.Inputs[0]);
            where.SetInput(1, otherwise);
            where.SetInput(2, chosen);
        }

        graph.Remove(node);
        return true;
    }
}
