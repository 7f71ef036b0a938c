using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.OrtFormat.Optimization.Quantization;

/// <summary>
/// Float weights and biases of a Conv, ConvTranspose or Gemm between DequantizeLinear and QuantizeLinear → integers behind a
/// DequantizeLinear: weights of 8 bits by one scale, biases of 32 bits in steps of the product. Between the operator and its
/// QuantizeLinear may be a Relu or Clip. (WeightBiasQuantization)
/// </summary>
internal sealed class WeightQuantizationPass : NodeOptimizer
{
    protected override bool Optimize(Node node, Graph graph, OptimizerContext context)
    {
        if (node.Domain.Length > 0 || node.OpType is not ("Conv" or "ConvTranspose" or "Gemm") || !IsQuantizedBehind(node)
            || node.Inputs[0]?.Producer is not { } input || !Quantizer.IsDequantize(input) || Quantizer.Parameters(input) is not var (inputScale, _, _))
        {
            return false;
        }

        TensorData? bias = node.Input(2)?.Constant;
        if (node.Input(2) is not null && bias is not { Rank: 1, ElementType: ElementType.Float })
            return false;
        Node? weights = Quantizer.IsDequantize(node.Inputs[1]?.Producer) ? node.Inputs[1]!.Producer : null;
        TensorData? numbers = node.Inputs[1]!.Constant;
        if (weights is null ? numbers is not { ElementType: ElementType.Float, ElementCount: > 0 and < int.MaxValue } : bias is null || !HasUsableScale(node, weights, bias.Dims[0]))
            return false;

        weights ??= Quantize(node, numbers!);
        if (bias is not null)
            QuantizeBias(node, bias, inputScale, weights.Inputs[1]!.Constant!.AsSpan<float>());
        return true;
    }

    private static bool IsQuantizedBehind(Node node)
    {
        if (node.Outputs[0].Uses is not [{ Node: { } reader, InputIndex: 0 }])
            return false;
        if ((reader.Is("Relu") || reader.Is("Clip")) && reader.Outputs[0].Uses is [{ Node: { } next, InputIndex: 0 }])
            reader = next;
        return Quantizer.IsQuantize(reader) && ReferenceEquals(reader.Graph, node.Graph);
    }

    /// <summary>One constant scale, or one for each channel of the result.</summary>
    private static bool HasUsableScale(Node node, Node weights, long channels)
    {
        if (weights.Inputs[1]?.Constant is not { ElementType: ElementType.Float } scale)
            return false;
        if (Quantizer.IsSingle(weights.Inputs[1]))
            return true;
        long axis = node.OpType switch
        {
            "Conv" => 0,
            "ConvTranspose" => 1,
            _ => node.Attributes.Int("transB") == 0 ? 1 : 0,
        };
        return scale.Rank == 1 && scale.ElementCount == channels && weights.Attributes.Int("axis", 1) == axis && weights.Attributes.Int("block_size") == 0;
    }

    /// <summary>Puts a DequantizeLinear of signed bytes in the place of the weights.</summary>
    private static Node Quantize(Node node, TensorData weights)
    {
        float[] values = weights.AsSpan<float>().ToArray();
        float low = MathF.Min(0, values.Min()), high = MathF.Max(0, values.Max());
        float scale = high > low ? (high - low) / byte.MaxValue : 1;
        float zeroPoint = Math.Clamp(MathF.Round(sbyte.MinValue - (low / scale), MidpointRounding.ToEven), sbyte.MinValue, sbyte.MaxValue);
        sbyte[] stored = [.. values.Select(value => (sbyte)Math.Clamp(MathF.Round(value / scale, MidpointRounding.ToEven) + zeroPoint, sbyte.MinValue, sbyte.MaxValue))];

        Graph graph = node.Graph!;
        string name = node.Inputs[1]!.Name;
        Node dequantize = graph.InsertBefore(node, "DequantizeLinear",
        [
            graph.AddInitializer($"{name}_quantized", TensorData.Create<sbyte>(stored, weights.Dims.AsSpan())),
            graph.AddInitializer($"{name}_scale", TensorData.Scalar(scale)),
            graph.AddInitializer($"{name}_zero_point", TensorData.Scalar((sbyte)zeroPoint)),
        ]);
        node.SetInput(1, dequantize.AddOutput($"{name}_dequantized", weights.Type));
        return dequantize;
    }

    private static void QuantizeBias(Node node, TensorData bias, float inputScale, ReadOnlySpan<float> weightScales)
    {
        ReadOnlySpan<float> values = bias.AsSpan<float>();
        var scales = new float[weightScales.Length];
        for (int i = 0; i < scales.Length; i++)
            scales[i] = inputScale * weightScales[i];
        var stored = new int[values.Length];
        for (int i = 0; i < stored.Length; i++)
            stored[i] = (int)Math.Clamp(Math.Round((double)(values[i] / scales[scales.Length == 1 ? 0 : i]), MidpointRounding.ToEven), int.MinValue, int.MaxValue);

        Graph graph = node.Graph!;
        string name = node.Inputs[2]!.Name;
        bool isPerChannel = scales.Length > 1;
        Node dequantize = graph.InsertBefore(node, "DequantizeLinear",
        [
            graph.AddInitializer($"{name}_quantized", TensorData.Vector<int>(stored)),
            graph.AddInitializer($"{name}_scale", isPerChannel ? TensorData.Vector<float>(scales) : TensorData.Scalar(scales[0])),
        ]);
        if (isPerChannel)
            dequantize.Attributes.Set(new NodeAttribute("axis", 0L));
        node.SetInput(2, dequantize.AddOutput($"{name}_dequantized", bias.Type));
    }
}
