using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.OrtFormat.Optimization.Layout.Blocked;

/// <summary>x * HardSigmoid(x) with the factor 1/6, behind a convolution that nobody else reads → part of the convolution.</summary>
internal sealed class BlockedHardSwishRule : IBlockedRule
{
    private const float Tolerance = 1e-6f;

    public bool IsFor(Node node) => node.Is("HardSigmoid") && MathF.Abs(node.Attributes.Float("alpha", 0.2f) - (1f / 6)) <= Tolerance && MathF.Abs(node.Attributes.Float("beta", 0.5f) - 0.5f) <= Tolerance;

    public bool Apply(Node node, BlockedGraph graph)
    {
        Value input = node.Inputs[0]!;
        if (graph.Find(input) is not { } convolution || !convolution.IsOpenConvolution(readers: 2) || Neighbours.OnlyReader(node) is not { } product || !product.Is("Mul")
            || !product.Inputs.Contains(input) || product.Outputs[0].IsGraphOutput)
        {
            return false;
        }

        convolution.Producer.Attributes.Set(new NodeAttribute("activation", "HardSwish"));
        graph.Drop(node);
        graph.Merge(product, convolution);
        return true;
    }
}
