using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.OrtFormat.Optimization.Layout.Blocked;

/// <summary>Concat along the channels, of whole blocks.</summary>
internal sealed class BlockedConcatRule : IBlockedRule
{
    public bool IsFor(Node node) => node.Is("Concat") && node.Attributes.Int("axis") == 1;

    public bool Apply(Node node, BlockedGraph graph)
    {
        List<BlockedValue> inputs = [.. node.Inputs.Select(graph.Find).OfType<BlockedValue>()];
        if (inputs.Count == 0 || inputs.Count != node.Inputs.Count || inputs.Exists(input => input.Channels % graph.BlockSize != 0))
            return false;
        Node concat = graph.Add(node, "Concat", "", inputs.Select(input => input.Blocks));
        Fusion.CopyAttributes(node, concat);
        graph.Replace(node, concat, inputs.Sum(input => input.Channels), inputs[0].Sizes.WithChannelsOf(node.Outputs[0]));
        return true;
    }
}
