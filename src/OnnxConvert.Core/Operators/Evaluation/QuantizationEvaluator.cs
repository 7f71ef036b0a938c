using OnnxConvert.Ir;

namespace OnnxConvert.Operators.Evaluation;

/// <summary>QuantizeLinear and DequantizeLinear between float and integers, with one scale for all or one for each index of an axis.</summary>
internal static class QuantizationEvaluator
{
    internal static TensorData? Evaluate(EvaluationContext context)
    {
        TensorData data = context[0];
        TensorData scales = context[1];
        if (scales.ElementType != ElementType.Float || context.Attributes.Int("block_size") != 0)
            return null;
        bool quantizes = context.Node.OpType == "QuantizeLinear";
        ElementType stored = quantizes ? StoredType(context) : data.ElementType;
        if (!stored.IsInteger() || (quantizes && data.ElementType != ElementType.Float))
            return null;

        int[] channels = Channels(data, scales, context.Attributes.Int("axis", 1));
        double[] values = Elements.Read<double>(data);
        float[] scale = scales.AsSpan<float>().ToArray();
        double[] zeroPoint = context.Optional(2) is { } zeroPoints ? Elements.Read<double>(zeroPoints) : new double[scale.Length];
        for (int i = 0; i < values.Length; i++)
        {
            int channel = channels[i];
            values[i] = quantizes
                ? Math.Round((double)((float)values[i] / scale[channel]), MidpointRounding.ToEven) + zeroPoint[channel]
                : (values[i] - zeroPoint[channel]) * scale[channel];
        }

        return Elements.Write(values, quantizes ? stored : ElementType.Float, data.Dims.AsSpan());
    }

    private static ElementType StoredType(EvaluationContext context) => context.Optional(2)?.ElementType
        ?? (context.Attributes.Int("output_dtype") is > 0 and var type ? (ElementType)type : ElementType.UInt8);

    private static int[] Channels(TensorData data, TensorData scales, long axis)
    {
        if (scales.ElementCount == 1)
            return new int[data.ElementCount];
        long[] strides = new long[data.Rank];
        strides[Indexing.Axis(axis, data.Rank)] = 1;
        return Indexing.Walk(data.Dims.AsSpan(), strides);
    }
}
