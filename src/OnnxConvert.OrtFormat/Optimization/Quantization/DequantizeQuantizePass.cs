using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.OrtFormat.Optimization.Quantization;

/// <summary>DequantizeLinear → QuantizeLinear of equal parameters → nothing. (QDQFinalCleanupTransformer)</summary>
internal sealed class DequantizeQuantizePass : NodeOptimizer
{
    protected override bool Optimize(Node node, Graph graph, OptimizerContext context)
    {
        if (!Quantizer.IsDequantize(node) || Neighbours.OnlyReader(node) is not { } quantize || !Quantizer.IsQuantize(quantize)
            || !ReferenceEquals(quantize.Inputs[0], node.Outputs[0]) || !Quantizer.AreEqual(quantize, node))
        {
            return false;
        }

        Value stored = node.Inputs[0]!, result = quantize.Outputs[0];
        if (result.IsGraphOutput && result.Uses.Count > 0)
            return false;
        if (!result.IsGraphOutput)
            Graph.ReplaceAllUses(result, stored);
        else if (stored.Producer is not null && stored is { IsGraphOutput: false, Uses.Count: 1 })
            Graph.ReplaceAllUses(result, stored);
        else
            Fusion.Replace(result, "Identity", "", [stored]);
        Fusion.RemoveUnread(quantize, node);
        return true;
    }
}
