using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.OrtFormat.Optimization.Quantization;

/// <summary>MatMulNBits without bias → Add of one number for each column → MatMulNBits with a bias. (MatMulNBitsFusion)</summary>
internal sealed class BlockwiseMatMulBiasPass : NodeOptimizer
{
    private const int BiasInput = 5;

    protected override bool Optimize(Node node, Graph graph, OptimizerContext context)
    {
        if (!node.IsMicrosoft("MatMulNBits") || node.Input(BiasInput) is not null || Neighbours.OnlyReader(node) is not { } add || !add.Is("Add"))
            return false;
        Value bias = ReferenceEquals(add.Inputs[0], node.Outputs[0]) ? add.Inputs[1]! : add.Inputs[0]!;
        if (bias.Shape is not { Rank: 1 } shape || shape[0].Size != node.Attributes.Int("N"))
            return false;

        IEnumerable<Value?> inputs = Enumerable.Range(0, BiasInput).Select(node.Input).Append(bias);
        Node fused = Fusion.Replace(add.Outputs[0], "MatMulNBits", MicrosoftOperators.Domain, inputs, add, node);
        fused.Name = node.Name;
        Fusion.CopyAttributes(node, fused);
        return true;
    }
}
