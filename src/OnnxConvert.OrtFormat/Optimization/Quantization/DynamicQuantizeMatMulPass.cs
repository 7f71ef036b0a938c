using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.OrtFormat.Optimization.Quantization;

/// <summary>
/// DynamicQuantizeLinear → MatMulIntegerToFloat, which reads all three of its results and is the only one to do so →
/// DynamicQuantizeMatMul. (DynamicQuantizeMatMulFusion)
/// </summary>
internal sealed class DynamicQuantizeMatMulPass : NodeOptimizer
{
    protected override bool Optimize(Node node, Graph graph, OptimizerContext context)
    {
        if (!node.IsMicrosoft("MatMulIntegerToFloat") || node.Producer(0, "DynamicQuantizeLinear") is not { } quantize
            || !ReferenceEquals(node.Inputs[2], quantize.Outputs[1]) || !ReferenceEquals(node.Input(4), quantize.Outputs[2])
            || quantize.Outputs.Any(output => output.IsGraphOutput || output.Uses.Count != 1))
        {
            return false;
        }

        Node fused = Fusion.Replace(
            node.Outputs[0], "DynamicQuantizeMatMul", MicrosoftOperators.Domain, [quantize.Inputs[0], node.Inputs[1], node.Inputs[3], node.Input(5), node.Input(6)], node, quantize);
        fused.Name = node.Name;
        return true;
    }
}
