using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.OrtFormat.Optimization.Layout.Blocked;

/// <summary>
/// Float convolutions and pools of four dimensions → those of the domain com.microsoft.nchwc, which store channels in blocks
/// [N, C / block, H, W, block], with what stands between them; ReorderInput and ReorderOutput at the borders. (NchwcTransformer)
/// </summary>
/// <param name="blockSize">Channels of a block; a property of the processor.</param>
internal sealed class BlockedChannelsPass(int blockSize) : IOptimizer
{
    private static readonly IBlockedRule[] Rules =
    [
        new BlockedConvRule(),
        new BlockedPoolRule(),
        new BlockedScaleRule(),
        new BlockedSumRule(),
        new BlockedConcatRule(),
        new BlockedHardSwishRule(),
        new BlockedActivationRule(),
        new BlockedBatchNormalizationRule(),
        new BlockedTransposeRule(),
        new BlockedResizeRule(),
    ];

    public bool Optimize(OptimizerContext context)
    {
        bool changed = false;
        foreach (Graph graph in context.Graph.SelfAndSubgraphs().ToArray())
        {
            var blocks = new BlockedGraph(graph, blockSize, context.Opset);
            foreach (Node node in graph.TopologicalOrder())
                Array.Exists(Rules, rule => rule.IsFor(node) && rule.Apply(node, blocks));
            changed |= blocks.Finish();
        }

        return changed;
    }
}
