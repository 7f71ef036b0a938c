using OnnxConvert.Ir;

namespace OnnxConvert.Operators.Layout;

/// <summary>Pad by constant amounts for all dimensions.</summary>
internal sealed class PadLayoutRule : LayoutRule
{
    public static PadLayoutRule Instance { get; } = new();

    public override bool Applies(Node node, int opset) =>
        HasOneRank(node) && (opset < 11 || (node.Input(1)?.Constant is not null && node.Input(3) is null));

    public override void Apply(Node node, Permutation permutation, int opset)
    {
        long[] pads = opset < 11 ? [.. node.Attributes.Ints("pads")] : Numbers.ToInt64(node.Input(1)!.Constant!);
        int rank = permutation.Rank;
        var permuted = new long[pads.Length];
        for (int i = 0; i < rank; i++)
        {
            permuted[i] = pads[permutation[i]];
            permuted[i + rank] = pads[permutation[i] + rank];
        }

        if (opset < 11)
            node.Attributes.Set(new NodeAttribute("pads", [.. permuted]));
        else
            node.SetInput(1, Ints(node.Graph!, permuted));
    }
}
