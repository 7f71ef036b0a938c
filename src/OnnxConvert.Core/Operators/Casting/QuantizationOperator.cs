using OnnxConvert.Ir;
using OnnxConvert.Numerics;
using OnnxConvert.Operators.Evaluation;
using OnnxConvert.Operators.Inference;
using OnnxConvert.Operators.Layout;

namespace OnnxConvert.Operators.Casting;

/// <summary>Between real numbers and integers, with one scale and zero point for all or one for each index of an axis.</summary>
internal abstract class QuantizationOperator : OperatorDefinition
{
    public override LayoutRule Layout => QuantizationLayoutRule.Instance;

    public override bool CanEvaluate => true;

    /// <summary>Computes each element with the scale and the zero point of its channel.</summary>
    private protected static double[]? Convert(EvaluationCall c, Func<double, float, double, double> convert)
    {
        TensorData data = c[0];
        TensorData scales = c[1];
        if (scales.ElementType != ElementType.Float || c.Attributes.Int("block_size") != 0)
            return null;
        int[] channels = Channels(data, scales, c.Attributes.Int("axis", 1));
        double[] values = Elements.Read<double>(data);
        float[] scale = scales.AsSpan<float>().ToArray();
        double[] zeroPoint = c.Optional(2) is { } zeroPoints ? Elements.Read<double>(zeroPoints) : new double[scale.Length];
        for (int i = 0; i < values.Length; i++)
            values[i] = convert(values[i], scale[channels[i]], zeroPoint[channels[i]]);
        return values;
    }

    private static int[] Channels(TensorData data, TensorData scales, long axis)
    {
        if (scales.ElementCount == 1)
            return new int[data.ElementCount];
        long[] strides = new long[data.Rank];
        strides[Indexing.Axis(axis, data.Rank)] = 1;
        return Indexing.Walk(data.Dims.AsSpan(), strides);
    }
}
