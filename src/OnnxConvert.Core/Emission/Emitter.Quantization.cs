using System.Collections.Immutable;
using OnnxConvert.Ir;

namespace OnnxConvert.Emission;

public sealed partial class Emitter
{
    /// <summary>Real values of a quantized value: <c>scale * (q - zeroPoint)</c> as float.</summary>
    /// <param name="q">The quantized value. Its element type decides the form.</param>
    /// <param name="parameters">Scales and zero points in terms of <paramref name="q"/>'s element type.</param>
    public Value Dequantize(Value q, QuantizationParameters parameters)
    {
        if (HasQuantizationOperators(q.ElementType, parameters, dequantize: true))
            return Node("DequantizeLinear", [q, ScaleOf(parameters), ZeroPointOf(parameters, q.ElementType)], AxisOf(parameters));
        // Weights that were computed into float would be quantized anew by ONNX Runtime, with one scale for all channels.
        var whole = new QuantizationParameters(1, parameters.ZeroPoints[0]);
        if (HasQuantizationOperators(q.ElementType, whole, dequantize: true) && parameters.ZeroPoints.Distinct().Count() == 1)
            return Mul(Dequantize(q, whole), AlongAxis(parameters.Scales, parameters, RankForAxis(q, parameters)));
        return DequantizeByArithmetic(q, parameters);
    }

    /// <summary>As <see cref="Dequantize"/>, in operators between which and a QuantizeLinear no runtime quantizes anew what is to be computed in float.</summary>
    internal Value DequantizeByArithmetic(Value q, QuantizationParameters parameters)
    {
        int rank = RankForAxis(q, parameters);
        Value real = Cast(q, ElementType.Float);
        if (parameters.ZeroPoints.Any(z => z != 0))
            real = Sub(real, AlongAxis(parameters.ZeroPoints.Select(z => (float)z), parameters, rank));
        return Mul(real, AlongAxis(parameters.Scales, parameters, rank));
    }

    /// <summary>Quantized values of a real one: rounded to nearest, ties to even, saturated.</summary>
    /// <param name="x">The real value.</param>
    /// <param name="parameters">Scales and zero points in terms of <paramref name="type"/>.</param>
    /// <param name="type">The element type of the result.</param>
    public Value Quantize(Value x, QuantizationParameters parameters, ElementType type)
    {
        if (HasQuantizationOperators(type, parameters, dequantize: false))
            return Node("QuantizeLinear", [Cast(x, ElementType.Float), ScaleOf(parameters), ZeroPointOf(parameters, type)], AxisOf(parameters));
        int rank = RankForAxis(x, parameters);
        Value q = Round(Div(Cast(x, ElementType.Float), AlongAxis(parameters.Scales, parameters, rank)));
        if (parameters.ZeroPoints.Any(z => z != 0))
            q = Add(q, AlongAxis(parameters.ZeroPoints.Select(z => (float)z), parameters, rank));
        (long min, long max) = type.IntegerRange();
        // The bounds of wide types are no floats; the next float inside is, so that the cast cannot overflow.
        q = Clip(q, (float)min, max >= 1L << 31 ? 2147483520f : max > 1L << 24 ? MathF.BitDecrement(max) : max);
        return Cast(q, type);
    }

    /// <summary>Whether QuantizeLinear or DequantizeLinear take the type in the target opset.</summary>
    private bool HasQuantizationOperators(ElementType type, QuantizationParameters parameters, bool dequantize)
    {
        if (Opset < 10 || (!parameters.IsPerTensor && Opset < 13))
            return false;
        return type switch
        {
            ElementType.Int8 or ElementType.UInt8 => true,
            ElementType.Int32 => dequantize,
            ElementType.Int16 or ElementType.UInt16 or ElementType.Int4 or ElementType.UInt4 => Opset >= 21,
            ElementType.Int2 or ElementType.UInt2 => Opset >= 25,
            _ => false,
        };
    }

    private static int RankForAxis(Value x, QuantizationParameters parameters) => parameters.IsPerTensor
        ? 0
        : x.Shape?.Rank ?? throw new UnsupportedModelException($"The tensor '{x.Name}' is quantized along axis {parameters.Axis}, but its rank is not known; opset 13 or higher would do.");

    private Value ScaleOf(QuantizationParameters parameters) => parameters.IsPerTensor
        ? Const(TensorData.Scalar(parameters.Scale), "scale")
        : Const(TensorData.Vector(parameters.Scales.AsSpan()), "scale");

    private Value ZeroPointOf(QuantizationParameters parameters, ElementType type)
    {
        TensorData data = Numbers.Integers(parameters.ZeroPoints.AsSpan(), type);
        return Const(parameters.IsPerTensor ? data.Reshape() : data, "zero_point");
    }

    private static NodeAttribute[] AxisOf(QuantizationParameters parameters) =>
        parameters.IsPerTensor ? [] : [new NodeAttribute("axis", (long)parameters.Axis)];

    private Value AlongAxis(IEnumerable<float> values, QuantizationParameters parameters, int rank)
    {
        ImmutableArray<float> array = [.. values];
        if (parameters.IsPerTensor)
            return Const(array[0]);
        var dims = new long[rank - parameters.Axis];
        Array.Fill(dims, 1);
        dims[0] = array.Length;
        return Const(TensorData.Create(array.AsSpan(), dims));
    }
}
