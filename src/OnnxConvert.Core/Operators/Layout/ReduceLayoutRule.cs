using OnnxConvert.Ir;

namespace OnnxConvert.Operators.Layout;

/// <summary>Reductions over constant axes. Without <c>keepdims</c> the output has fewer dimensions, and their own permutation.</summary>
internal sealed class ReduceLayoutRule : LayoutRule
{
    public static ReduceLayoutRule Instance { get; } = new();

    public override bool Applies(Node node, int opset) =>
        node.Input(0)?.Shape is { Rank: > 1 } shape && AxesParameter.Read(node, shape.Rank) is { Length: > 0 };

    public override Permutation? FromOutput(Node node, Permutation output) => KeepsDims(node) ? output : null;

    public override Permutation OutputOf(Node node, Permutation permutation) =>
        KeepsDims(node) ? permutation : permutation.Without(AxesParameter.Read(node, permutation.Rank)!);

    public override void Apply(Node node, Permutation permutation, int opset) =>
        AxesParameter.Write(node, AxesParameter.Read(node, permutation.Rank)!.Select(axis => permutation.NewAxis(axis)));

    private static bool KeepsDims(Node node) => node.Attributes.Int("keepdims", 1) != 0;
}
