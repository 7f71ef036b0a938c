using OnnxConvert.Ir;

namespace OnnxConvert.Operators.Layout;

/// <summary>Squeeze of constant axes.</summary>
internal sealed class SqueezeLayoutRule : LayoutRule
{
    public static SqueezeLayoutRule Instance { get; } = new();

    public override bool Applies(Node node, int opset) =>
        node.Input(0)?.Shape is { Rank: > 1 } shape && AxesParameter.Read(node, shape.Rank) is { Length: > 0 };

    public override Permutation? FromOutput(Node node, Permutation output) => null;

    public override Permutation OutputOf(Node node, Permutation permutation) =>
        permutation.Without(AxesParameter.Read(node, permutation.Rank)!);

    public override void Apply(Node node, Permutation permutation, int opset) =>
        AxesParameter.Write(node, AxesParameter.Read(node, permutation.Rank)!.Select(axis => permutation.NewAxis(axis)));
}
