using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.OrtFormat.Optimization.Basic;

/// <summary>Slice from 0 to the largest integer along constant axes in steps of 1 → nothing. (EliminateSlice)</summary>
internal sealed class SlicePass : NodePass
{
    private protected override bool Apply(Node node, Graph graph, int opset)
    {
        if (!node.Is("Slice") || Ints(node, 1, "starts") is not { } starts || Ints(node, 2, "ends") is not { } ends || starts.Length != ends.Length)
            return false;
        if (node.Input(3) is { IsConstant: false } || (node.Input(4) is { } steps && (steps.Constant is null || Numbers.ToInt64(steps.Constant).Any(step => step != 1))))
            return false;
        // The largest integer of either type stands for the end.
        return Array.TrueForAll(starts, start => start == 0) && Array.TrueForAll(ends, end => end >= int.MaxValue) && Fusion.Bypass(node);
    }

    private static long[]? Ints(Node node, int input, string attribute) => node.Input(input) is { } value
        ? value.Constant is { } data ? Numbers.ToInt64(data) : null
        : node.Attributes.Find(attribute) is { } found ? [.. found.Ints] : null;
}
