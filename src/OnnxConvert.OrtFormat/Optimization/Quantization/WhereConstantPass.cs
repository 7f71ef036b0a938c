using OnnxConvert.Emission;
using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.OrtFormat.Optimization.Quantization;

/// <summary>
/// Where of a DequantizeLinear and a constant float, read by a QuantizeLinear only → the constant is the DequantizeLinear of an
/// end of the stored type's range, so that the group is complete. (WhereDummyDq)
/// </summary>
internal sealed class WhereConstantPass : NodeOptimizer
{
    protected override bool Optimize(Node node, Graph graph, OptimizerContext context)
    {
        if (!node.Is("Where") || Neighbours.OnlyReader(node) is not { } reader || !Quantizer.IsQuantize(reader) || !ReferenceEquals(reader.Inputs[0], node.Outputs[0]))
            return false;
        int constant = node.Inputs[1]!.Constant is not null ? 1 : 2;
        if (node.Inputs[constant]!.Constant is not { Rank: 0, ElementType: ElementType.Float } data || node.Inputs[3 - constant]!.Producer is not { } dequantize
            || !Quantizer.IsDequantize(dequantize) || dequantize.Input(2)?.Constant is not { } zeroPoint || dequantize.Inputs[1]?.ElementType != ElementType.Float)
        {
            return false;
        }

        ElementType type = zeroPoint.ElementType;
        if (type is not (ElementType.Int8 or ElementType.UInt8 or ElementType.Int16 or ElementType.UInt16))
            return false;
        (long min, long max) = type.IntegerRange();
        long middle = type.IsSignedInteger() ? 0 : max / 2;
        float value = data.AsSpan<float>()[0];
        long stored = value > 0 ? max : value < 0 ? min : middle;
        float scale = stored == middle ? 1 : value / (stored - middle);
        string name = node.Inputs[constant]!.Name;
        Node added = graph.InsertBefore(node, "DequantizeLinear",
        [
            graph.AddInitializer($"{name}_quantized", Numbers.Scalar(stored, type)),
            graph.AddInitializer($"{name}_scale", TensorData.Scalar(scale)),
            graph.AddInitializer($"{name}_zero_point", Numbers.Scalar(middle, type)),
        ], dequantize.Domain);
        node.SetInput(constant, added.AddOutput($"{name}_dequantized", data.Type));
        return true;
    }
}
