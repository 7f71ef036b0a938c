using OnnxConvert.Ir;

namespace OnnxConvert.OrtFormat.Optimization.Basic;

/// <summary>
/// Identity(x) → x. One that makes a graph output goes only where nobody else reads x, and x is computed and no graph output
/// itself. (EliminateIdentity)
/// </summary>
internal sealed class IdentityPass : NodePass
{
    private protected override bool Apply(Node node, Graph graph, int opset) => node.Is("Identity") && Fusion.BypassOutput(node);
}
