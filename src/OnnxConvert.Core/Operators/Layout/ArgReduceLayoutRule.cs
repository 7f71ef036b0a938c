using OnnxConvert.Ir;

namespace OnnxConvert.Operators.Layout;

/// <summary>ArgMax and ArgMin: as reductions, over one axis that is an attribute.</summary>
internal sealed class ArgReduceLayoutRule : LayoutRule
{
    public static ArgReduceLayoutRule Instance { get; } = new();

    public override bool Applies(Node node, int opset) => node.Input(0)?.Shape is { Rank: > 1 };

    public override Permutation? FromOutput(Node node, Permutation output) => KeepsDims(node) ? output : null;

    public override Permutation OutputOf(Node node, Permutation permutation)
    {
        long axis = node.Attributes.Int("axis");
        return KeepsDims(node) ? permutation : permutation.Without([(int)(axis < 0 ? axis + permutation.Rank : axis)]);
    }

    public override void Apply(Node node, Permutation permutation, int opset) =>
        node.Attributes.Set(new NodeAttribute("axis", permutation.NewAxis(node.Attributes.Int("axis"))));

    private static bool KeepsDims(Node node) => node.Attributes.Int("keepdims", 1) != 0;
}
