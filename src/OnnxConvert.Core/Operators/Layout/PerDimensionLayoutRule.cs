using OnnxConvert.Ir;

namespace OnnxConvert.Operators.Layout;

/// <summary>Tile and Expand: a constant second input with one number for each dimension.</summary>
internal sealed class PerDimensionLayoutRule : LayoutRule
{
    public static PerDimensionLayoutRule Instance { get; } = new();

    public override bool Applies(Node node, int opset) =>
        node.Input(0)?.Shape is { Rank: > 1 } shape && node.Input(1)?.Constant is { } amounts && amounts.ElementCount == shape.Rank;

    public override void Apply(Node node, Permutation permutation, int opset)
    {
        long[] amounts = Numbers.ToInt64(node.Input(1)!.Constant!);
        node.SetInput(1, Ints(node.Graph!, permutation.Axes.ToArray().Select(axis => amounts[axis])));
    }
}
