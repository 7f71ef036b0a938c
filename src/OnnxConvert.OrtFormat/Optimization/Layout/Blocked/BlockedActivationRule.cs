using OnnxConvert.Ir;
using OnnxConvert.OrtFormat.Optimization.Fusions;
using OnnxConvert.Rewriting;

namespace OnnxConvert.OrtFormat.Optimization.Layout.Blocked;

/// <summary>Functions of one number, of blocks; some become part of a convolution, which may have got a sum since those of others were fused.</summary>
internal sealed class BlockedActivationRule : IBlockedRule
{
    public bool IsFor(Node node) => IsFusable(node) || node.Is("Gelu") || node.IsMicrosoft("Gelu") || node.IsMicrosoft("QuickGelu");

    public bool Apply(Node node, BlockedGraph graph)
    {
        if (graph.Find(node.Inputs[0]) is not { } input)
            return false;
        if (IsFusable(node) && input.IsOpenConvolution())
        {
            input.Producer.Attributes.Set(new NodeAttribute("activation", node.OpType));
            if (FusedConvPass.Parameters(node) is { Length: > 0 } parameters)
                input.Producer.Attributes.Set(new NodeAttribute("activation_params", parameters));
            graph.Merge(node, input);
            return true;
        }

        Node activation = graph.Add(node, node.OpType, node.Domain, input.Blocks);
        Fusion.CopyAttributes(node, activation);
        graph.Replace(node, activation, input.Channels, input.Sizes);
        return true;
    }

    private static bool IsFusable(Node node) => node.Domain.Length == 0 && node.OpType is "Relu" or "Sigmoid" or "Tanh" or "HardSigmoid";
}
