using OnnxConvert.Ir;

namespace OnnxConvert.Operators.Layout;

/// <summary>QuantizeLinear and DequantizeLinear: elementwise, but for the axis of per-axis parameters.</summary>
internal sealed class QuantizationLayoutRule : LayoutRule
{
    public static QuantizationLayoutRule Instance { get; } = new();

    public override bool Applies(Node node, int opset) => HasOneRank(node) && node.Attributes.Int("block_size") == 0;

    public override void Apply(Node node, Permutation permutation, int opset)
    {
        // The axis came with opset 13; before, and for scalars, one scale serves the whole tensor.
        if (opset < 13 || node.Input(1)?.Shape is { Rank: 0 })
            return;
        node.Attributes.Set(new NodeAttribute("axis", permutation.NewAxis(node.Attributes.Int("axis", 1))));
    }
}
