using System.Globalization;
using OnnxConvert.Ir;

namespace OnnxConvert.Cli.Inspect;

/// <summary>
/// Tensors the way people read them: <c>uint8[1,300,300,3]  −1 ≤ 0.0078125·(q − 128) ≤ 0.9921875</c>.
/// </summary>
internal static class TensorText
{
    /// <summary>The widest type whose range of real values says something; an int32 bias is limited by nothing but its type.</summary>
    private const int WidestRange = 16;

    public static string Of(Value value) => Of(value.Type, value.Quantization);

    public static string Of(OnnxType? type, QuantizationParameters? quantization)
    {
        string text = type?.ToString() ?? "?";
        if (quantization is null)
            return text;
        var element = (type as TensorType)?.ElementType ?? ElementType.Undefined;
        return $"{text}  {Formula(element, quantization)}";
    }

    private static string Formula(ElementType type, QuantizationParameters quantization)
    {
        string formula = quantization.IsPerTensor ? PerTensor(quantization) : PerAxis(quantization);
        if (!quantization.IsPerTensor || !type.IsInteger() || type.BitSize() > WidestRange)
            return formula;
        var (min, max) = type.IntegerRange();
        return $"{Number(quantization.Dequantize(min))} ≤ {formula} ≤ {Number(quantization.Dequantize(max))}";
    }

    private static string PerTensor(QuantizationParameters quantization)
    {
        string scale = Number(quantization.Scale);
        return quantization.ZeroPoint switch
        {
            0 => $"{scale}·q",
            > 0 => string.Create(CultureInfo.InvariantCulture, $"{scale}·(q − {quantization.ZeroPoint})"),
            // Without a minus of the most negative zero point, which no long holds.
            < 0 => string.Create(CultureInfo.InvariantCulture, $"{scale}·(q + {-(Int128)quantization.ZeroPoint})"),
        };
    }

    private static string PerAxis(QuantizationParameters quantization)
    {
        string offset = quantization.ZeroPoints.All(zero => zero == 0) ? "" : " with zero points";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{quantization.Scales.Length} scales {Number(quantization.Scales.Min())} to {Number(quantization.Scales.Max())}{offset} along axis {quantization.Axis}");
    }

    /// <summary>Seven digits: what a float32 holds. A true minus, as in the formula.</summary>
    private static string Number(double value) =>
        value.ToString("G7", CultureInfo.InvariantCulture).Replace('-', '−');
}
