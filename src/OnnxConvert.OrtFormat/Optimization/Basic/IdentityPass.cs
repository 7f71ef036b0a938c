using OnnxConvert.Ir;

namespace OnnxConvert.OrtFormat.Optimization.Basic;

/// <summary>
/// Identity(x) → x. One that makes a graph output goes only where nobody else reads x, and x is computed and no graph output
/// itself. (EliminateIdentity)
/// </summary>
internal sealed class IdentityPass : NodePass
{
    private protected override bool Apply(Node node, Graph graph, int opset)
    {
        if (!node.Is("Identity"))
            return false;
        if (Fusion.Bypass(node))
            return true;
        Value input = node.Inputs[0]!, output = node.Outputs[0];
        if (output.Uses.Count > 0 || input is not { IsGraphOutput: false, Uses.Count: 1, Producer: not null } || !ReferenceEquals(input.Graph, graph))
            return false;
        Graph.ReplaceAllUses(output, input);
        graph.Remove(node);
        return true;
    }
}
