using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.OrtFormat.Optimization.Basic;

/// <summary>Conv → Mul by a constant for each channel, or by one number → Conv with scaled weights; nobody else reads the convolution. (ConvMulFusion)</summary>
internal sealed class ConvMulPass : NodeOptimizer
{
    protected override bool Optimize(Node node, Graph graph, OptimizerContext context)
    {
        if (!node.Is("Conv") || Neighbours.OnlyReader(node) is not { } mul || !mul.Is("Mul") || !ConvolutionWeights.AreConstant(node))
            return false;
        int other = ReferenceEquals(mul.Inputs[0], node.Outputs[0]) ? 1 : 0;
        if (ConvolutionWeights.PerChannel(node, mul.Inputs[other], allowsSingle: true) is not { } scale)
            return false;
        ConvolutionWeights.Transform(node, scale, null);
        return Fusion.Absorb(node, mul);
    }
}
