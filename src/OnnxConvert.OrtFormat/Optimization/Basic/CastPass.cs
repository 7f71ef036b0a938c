using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.OrtFormat.Optimization.Basic;

/// <summary>Cast to the type that the input has → nothing. (CastElimination)</summary>
internal sealed class CastPass : NodeOptimizer
{
    protected override bool Optimize(Node node, Graph graph, OptimizerContext context) =>
        node.Is("Cast") && node.Inputs[0]!.ElementType is not ElementType.Undefined and var type && (long)type == node.Attributes.Int("to") && Fusion.Bypass(node);
}
