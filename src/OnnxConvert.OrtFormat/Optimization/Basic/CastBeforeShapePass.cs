using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.OrtFormat.Optimization.Basic;

/// <summary>Cast → Shape → Shape, where only Shapes read the Cast. (PreShapeNodeElimination)</summary>
internal sealed class CastBeforeShapePass : NodeOptimizer
{
    protected override bool Optimize(Node node, Graph graph, OptimizerContext context) =>
        node.Is("Cast") && node.Outputs[0].Uses.Count > 0 && node.Outputs[0].Uses.All(use => use.Node.Is("Shape")) && Fusion.Bypass(node);
}
