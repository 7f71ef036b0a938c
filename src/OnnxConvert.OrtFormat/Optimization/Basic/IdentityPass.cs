using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.OrtFormat.Optimization.Basic;

/// <summary>
/// Identity(x) → x. One that makes a graph output goes only where nobody else reads x, and x is computed and no graph output
/// itself. (EliminateIdentity)
/// </summary>
internal sealed class IdentityPass : NodeOptimizer
{
    protected override bool Optimize(Node node, Graph graph, OptimizerContext context) => node.Is("Identity") && Fusion.BypassOutput(node);
}
