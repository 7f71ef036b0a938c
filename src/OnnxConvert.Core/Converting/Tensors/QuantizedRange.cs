using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.Converting.Tensors;

/// <summary>A range of real numbers in terms of quantized ones, as TFLite's kernels compute it for fused activations.</summary>
internal static class QuantizedRange
{
    /// <summary>The smallest and largest quantized value within <paramref name="range"/>.</summary>
    internal static (long Min, long Max) Of(QuantizationParameters parameters, ElementType type, RealRange range)
    {
        (long min, long max) = type.IntegerRange();
        if (!float.IsNegativeInfinity(range.Min))
            min = Math.Max(min, Quantize(range.Min, parameters));
        if (!float.IsPositiveInfinity(range.Max))
            max = Math.Min(max, Quantize(range.Max, parameters));
        return (Math.Min(min, max), max);
    }

    private static long Quantize(float real, QuantizationParameters parameters) =>
        parameters.ZeroPoint + (long)Math.Clamp(MathF.Round(real / parameters.Scale, MidpointRounding.AwayFromZero), -1e9f, 1e9f);
}
