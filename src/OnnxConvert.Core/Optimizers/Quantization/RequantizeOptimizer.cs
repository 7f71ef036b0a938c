using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.Optimizers.Quantization;

/// <summary>
/// DequantizeLinear → QuantizeLinear with equal parameters → nothing. QuantizeLinear → DequantizeLinear → QuantizeLinear
/// where both quantizations are one grid in int8 and uint8 form → the last QuantizeLinear alone.
/// </summary>
public sealed class RequantizeOptimizer : NodeOptimizer
{
    /// <inheritdoc/>
    protected override bool Optimize(Node node, Graph graph, OptimizerContext context)
    {
        if (!QuantizationNode.TryRead(node, "QuantizeLinear", out QuantizationNode? quantize)
            || !QuantizationNode.TryRead(node.Inputs[0]!.Producer, "DequantizeLinear", out QuantizationNode? dequantize)
            || !quantize.Value.SameGrid(dequantize.Value))
        {
            return false;
        }

        if (quantize.Value.Type == dequantize.Value.Type)
            return Fusion.Bypass(node, dequantize.Value.Input);

        if (!QuantizationNode.TryRead(dequantize.Value.Input.Producer, "QuantizeLinear", out QuantizationNode? first) || !first.Value.SameGrid(quantize.Value))
            return false;
        node.SetInput(0, first.Value.Input);
        return true;
    }
}
