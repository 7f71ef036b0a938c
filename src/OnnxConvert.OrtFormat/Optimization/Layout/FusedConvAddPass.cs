using OnnxConvert.Ir;
using OnnxConvert.OrtFormat.Optimization.Fusions;
using OnnxConvert.Rewriting;

namespace OnnxConvert.OrtFormat.Optimization.Layout;

/// <summary>
/// Conv with a bias → Add of a value of the same four sizes → activation, which may be missing → FusedConv with that value as
/// its fourth input. Nobody else reads the convolution, nor the sum before an activation. (ConvAddActivationFusion)
/// </summary>
internal sealed class FusedConvAddPass : NodeOptimizer
{
    protected override bool Optimize(Node node, Graph graph, OptimizerContext context)
    {
        if (!node.Is("Add") || node.Outputs[0].ElementType != ElementType.Float || !HasOneSize(node))
            return false;
        int input = IsFusable(node.Inputs[0]!, node) ? 0 : IsFusable(node.Inputs[1]!, node) ? 1 : -1;
        if (input < 0)
            return false;

        Node conv = node.Inputs[input]!.Producer!;
        Node? activation = Neighbours.OnlyReader(node) is { } reader && FusedConvPass.Parameters(reader) is not null ? reader : null;
        Node last = activation ?? node;
        Node fused = Fusion.Replace(last.Outputs[0], "FusedConv", MicrosoftOperators.Domain, [.. conv.Inputs, node.Inputs[1 - input]], last, node, conv);
        fused.Name = conv.Name;
        Fusion.CopyAttributes(conv, fused);
        if (activation is null)
            return true;
        fused.Attributes.Set(new NodeAttribute("activation", activation.OpType));
        if (FusedConvPass.Parameters(activation) is { Length: > 0 } parameters)
            fused.Attributes.Set(new NodeAttribute("activation_params", parameters));
        return true;
    }

    private static bool IsFusable(Value value, Node add) =>
        value.Producer is { } conv && conv.Is("Conv") && conv.Inputs.Count == 3 && ReferenceEquals(Neighbours.OnlyReader(conv), add);

    private static bool HasOneSize(Node add) =>
        add.Inputs[0]!.Shape is { Rank: 4 } left && add.Inputs[1]!.Shape is { } right && left.Equals(right) && left.All(size => !size.IsUnknown && size.Size != 0);
}
