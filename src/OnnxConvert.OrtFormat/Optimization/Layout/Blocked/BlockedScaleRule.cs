using OnnxConvert.Ir;

namespace OnnxConvert.OrtFormat.Optimization.Layout.Blocked;

/// <summary>Mul of blocks by one constant for each channel, as a convolution of each channel with one number.</summary>
internal sealed class BlockedScaleRule : IBlockedRule
{
    public bool IsFor(Node node) => node.Is("Mul");

    public bool Apply(Node node, BlockedGraph graph)
    {
        int factor = node.Inputs[1]!.Constant is not null ? 1 : 0;
        if (node.Inputs[factor]!.Constant is not { Rank: 3 or 4, ElementType: ElementType.Float } data || graph.Find(node.Inputs[1 - factor]) is not { } input
            || data.Dims[^3] != input.Channels || data.ElementCount != input.Channels)
        {
            return false;
        }

        float[] scale = graph.Fill(data);
        Value weights = graph.Graph.AddInitializer($"{node.Inputs[factor]!.Name}_blocks", TensorData.Create<float>(scale, scale.Length, 1, 1, 1));
        Node conv = graph.Add(node, "Conv", BlockedGraph.Domain, input.Blocks, weights);
        conv.Attributes.Set(new NodeAttribute("group", (long)scale.Length));
        graph.Replace(node, conv, input.Channels, input.Sizes);
        return true;
    }
}
