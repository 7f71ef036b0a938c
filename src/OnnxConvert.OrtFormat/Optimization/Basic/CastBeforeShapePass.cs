using OnnxConvert.Ir;

namespace OnnxConvert.OrtFormat.Optimization.Basic;

/// <summary>Cast → Shape → Shape, where only Shapes read the Cast. (PreShapeNodeElimination)</summary>
internal sealed class CastBeforeShapePass : NodePass
{
    private protected override bool Apply(Node node, Graph graph, int opset) =>
        node.Is("Cast") && node.Outputs[0].Uses.Count > 0 && node.Outputs[0].Uses.All(use => use.Node.Is("Shape")) && Fusion.Bypass(node);
}
