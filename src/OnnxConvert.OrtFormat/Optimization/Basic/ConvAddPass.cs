using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.OrtFormat.Optimization.Basic;

/// <summary>Conv → Add of a constant for each channel → Conv with another bias; nobody else reads the convolution. (ConvAddFusion)</summary>
internal sealed class ConvAddPass : NodeOptimizer
{
    protected override bool Optimize(Node node, Graph graph, OptimizerContext context)
    {
        if (!node.Is("Conv") || Neighbours.OnlyReader(node) is not { } add || !add.Is("Add") || !ConvolutionWeights.AreConstant(node))
            return false;
        int other = ReferenceEquals(add.Inputs[0], node.Outputs[0]) ? 1 : 0;
        if (ConvolutionWeights.PerChannel(node, add.Inputs[other], allowsSingle: false) is not { } offset)
            return false;
        ConvolutionWeights.Transform(node, null, offset);
        return Fusion.Absorb(node, add);
    }
}
