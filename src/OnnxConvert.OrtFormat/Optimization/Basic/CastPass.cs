using OnnxConvert.Ir;

namespace OnnxConvert.OrtFormat.Optimization.Basic;

/// <summary>Cast to the type that the input has → nothing. (CastElimination)</summary>
internal sealed class CastPass : NodePass
{
    private protected override bool Apply(Node node, Graph graph, int opset) =>
        node.Is("Cast") && node.Inputs[0]!.ElementType is not ElementType.Undefined and var type && (long)type == node.Attributes.Int("to") && Fusion.Bypass(node);
}
