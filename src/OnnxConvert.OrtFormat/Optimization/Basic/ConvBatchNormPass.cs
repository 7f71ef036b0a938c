using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.OrtFormat.Optimization.Basic;

/// <summary>Conv → BatchNormalization → Conv, all constants of float; nobody else reads the convolution, and nothing but the normalized value is read. (ConvBNFusion)</summary>
internal sealed class ConvBatchNormPass : NodeOptimizer
{
    protected override bool Optimize(Node node, Graph graph, OptimizerContext context)
    {
        if (!node.Is("Conv") || node.OnlyReader("BatchNormalization") is not { } norm || !ReferenceEquals(norm.Inputs[0], node.Outputs[0])
            || !ConvolutionWeights.AreConstant(node) || BatchNormScale.Read(norm, ConvolutionWeights.Channels(node)) is not var (scale, offset))
        {
            return false;
        }

        ConvolutionWeights.Transform(node, scale, offset);
        return Fusion.Absorb(node, norm);
    }
}
