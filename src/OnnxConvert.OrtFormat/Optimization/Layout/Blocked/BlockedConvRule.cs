using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.OrtFormat.Optimization.Layout.Blocked;

/// <summary>
/// Conv and FusedConv of constant filters. Channels come in fours at least, since so many are reordered at once; fewer input
/// channels than a block are read as they are.
/// </summary>
internal sealed class BlockedConvRule : IBlockedRule
{
    private const int Alignment = 4;

    public bool IsFor(Node node) => node.Is("Conv") || (node.IsMicrosoft("FusedConv") && node.Input(3) is null);

    public bool Apply(Node node, BlockedGraph graph)
    {
        Value filter = node.Inputs[1]!;
        if (filter.Constant is not { Rank: 4, ElementType: ElementType.Float, ElementCount: > 0 } weights || !HasUsableBias(node, weights.Dims[0]))
            return false;
        long outputs = weights.Dims[0], inputs = weights.Dims[1], groups = node.Attributes.Int("group", 1), block = graph.BlockSize;
        bool isDepthwise = groups > 1 && inputs == 1 && outputs == groups;
        bool readsPlain = groups == 1 && inputs < block;
        if (groups > 1 ? outputs % Alignment != 0 : !readsPlain && inputs % Alignment != 0)
            return false;
        if (groups > 1 && !isDepthwise && (inputs % block != 0 || outputs % groups != 0 || outputs / groups % block != 0))
            return false;

        Value input = node.Inputs[0]!;
        BlockedValue? known = readsPlain ? null : graph.Find(input);
        List<Value?> operands = [readsPlain ? input : graph.Blocks(input, node), graph.Filter(filter, isInputBlocked: !readsPlain && !isDepthwise)];
        if (node.Input(2) is { } bias)
            operands.Add(graph.Bias(bias));
        Node conv = graph.Add(node, "Conv", BlockedGraph.Domain, operands);
        Fusion.CopyAttributes(node, conv);
        if (isDepthwise)
            conv.Attributes.Set(new NodeAttribute("group", graph.Align(outputs)));
        graph.Replace(node, conv, outputs, known is null ? BlockedSizes.Of(node.Outputs[0]) : known.Sizes.Behind(node, weights.Dims.AsSpan()[2..]));
        return true;
    }

    private static bool HasUsableBias(Node node, long outputs) =>
        node.Input(2) is null || (node.Inputs[2]!.Constant is { Rank: 1, ElementType: ElementType.Float } bias && bias.Dims[0] == outputs);
}
