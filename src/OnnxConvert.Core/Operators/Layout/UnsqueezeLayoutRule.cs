using OnnxConvert.Ir;

namespace OnnxConvert.Operators.Layout;

/// <summary>Unsqueeze at constant axes. Only the output's permutation says where the inserted dimensions go.</summary>
internal sealed class UnsqueezeLayoutRule : LayoutRule
{
    public static UnsqueezeLayoutRule Instance { get; } = new();

    public override bool Applies(Node node, int opset) =>
        node.Outputs[0].Shape is { Rank: > 1 } shape && AxesParameter.Read(node, shape.Rank) is { Length: > 0 };

    public override Permutation? FromInput(Node node, Permutation input) => null;

    public override Permutation InputOf(Node node, Permutation permutation) =>
        permutation.Without(AxesParameter.Read(node, permutation.Rank)!);

    public override void Apply(Node node, Permutation permutation, int opset) =>
        AxesParameter.Write(node, AxesParameter.Read(node, permutation.Rank)!.Select(axis => permutation.NewAxis(axis)));
}
