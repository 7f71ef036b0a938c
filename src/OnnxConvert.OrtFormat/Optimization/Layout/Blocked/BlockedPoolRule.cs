using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.OrtFormat.Optimization.Layout.Blocked;

/// <summary>MaxPool without indices and AveragePool, of whole blocks; pools over everything where the input stands in blocks already.</summary>
internal sealed class BlockedPoolRule : IBlockedRule
{
    public bool IsFor(Node node) => node.Domain.Length == 0 && node.OpType is "MaxPool" or "AveragePool" or "GlobalMaxPool" or "GlobalAveragePool";

    public bool Apply(Node node, BlockedGraph graph)
    {
        Value input = node.Inputs[0]!;
        bool isGlobal = node.OpType.StartsWith("Global", StringComparison.Ordinal);
        BlockedValue? known = graph.Find(input);
        if (node.Outputs.Skip(1).Any(output => !output.IsUnused) || (isGlobal && known is null && input.Producer is not null)
            || input is not { ElementType: ElementType.Float, Shape: { Rank: 4 } shape } || shape[1].Size is not { } channels || channels % graph.BlockSize != 0)
        {
            return false;
        }

        Node pool = graph.Add(node, node.OpType, BlockedGraph.Domain, graph.Blocks(input, node));
        Fusion.CopyAttributes(node, pool);
        graph.Replace(node, pool, channels, known is null ? BlockedSizes.Of(node.Outputs[0]) : known.Sizes.Behind(node, node.Attributes.Ints("kernel_shape").AsSpan()));
        return true;
    }
}
