using OnnxConvert.Ir;

namespace OnnxConvert.OrtFormat.Optimization.Layout.Blocked;

/// <summary>A transpose from blocks to channels last, which ReorderOutput does itself.</summary>
internal sealed class BlockedTransposeRule : IBlockedRule
{
    public bool IsFor(Node node) => BlockedGraph.IsTranspose(node, 0, 2, 3, 1);

    public bool Apply(Node node, BlockedGraph graph)
    {
        if (graph.Find(node.Inputs[0]) is not { } input)
            return false;
        graph.ReplaceTranspose(node, input);
        return true;
    }
}
