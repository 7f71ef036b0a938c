using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.OrtFormat.Optimization.Quantization;

/// <summary>
/// QuantizeLinear → DequantizeLinear of int8 → of uint8, by a zero point that is 128 higher, so that the kernels of x64 apply.
/// Nobody else reads the integers. (QDQS8ToU8Transformer)
/// </summary>
/// <param name="hasUnsignedWeights">Whether constants become unsigned, too: see <see cref="OrtOptions.HasExactSumsOnX64"/>.</param>
internal sealed class UnsignedQuantizationPass(bool hasUnsignedWeights) : NodeOptimizer
{
    protected override bool Optimize(Node node, Graph graph, OptimizerContext context)
    {
        if (Quantizer.IsDequantize(node))
            return hasUnsignedWeights && UnsignedWeights.Replace(node, weights: 0, zeroPoint: 2);
        if (!Quantizer.IsQuantize(node) || ZeroPoint(node.Input(2)) is not { } zeroPoint || Neighbours.OnlyReader(node) is not { } dequantize || !Quantizer.IsDequantize(dequantize)
            || !ReferenceEquals(dequantize.Inputs[0], node.Outputs[0]) || (dequantize.Input(2) is { } other ? ZeroPoint(other) : 0) != zeroPoint)
        {
            return false;
        }

        Value unsigned = graph.AddInitializer(node.Inputs[2]!.Name, TensorData.Scalar((byte)(zeroPoint - sbyte.MinValue)));
        node.SetInput(2, unsigned);
        node.Attributes.Remove("output_dtype");
        node.Outputs[0].Type = new TensorType(ElementType.UInt8, node.Outputs[0].Shape);
        if (dequantize.Inputs.Count > 2)
            dequantize.SetInput(2, unsigned);
        else
            dequantize.AddInput(unsigned);
        return true;
    }

    private static sbyte? ZeroPoint(Value? value) => value?.Constant is { ElementType: ElementType.Int8, ElementCount: 1 } zeroPoint ? zeroPoint.AsSpan<sbyte>()[0] : null;
}
