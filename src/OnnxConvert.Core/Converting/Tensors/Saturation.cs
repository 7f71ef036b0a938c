using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.Converting.Tensors;

/// <summary>The limit that a quantized tensor puts on its real values, read as the activation that it stood for.</summary>
public static class Saturation
{
    /// <summary>
    /// What remains of <paramref name="range"/> within the tensor's range. A bound that lies within half a step of a
    /// well-known one (0, 6, 1, -1) is that one, so that ReLU and ReLU6 come out as such.
    /// </summary>
    /// <param name="range">The range that the operator itself has.</param>
    /// <param name="parameters">The quantization of the tensor.</param>
    /// <param name="type">The integer type of the tensor.</param>
    public static RealRange Limit(RealRange range, QuantizationParameters parameters, ElementType type)
    {
        (long min, long max) = type.IntegerRange();
        // -1..1 in 255 steps puts both ends exactly half a step off, where rounding would decide.
        float half = parameters.Scale * 0.501f;
        float low = Snap((float)parameters.Dequantize(min), half);
        float high = Snap((float)parameters.Dequantize(max), half);
        return range.Intersect(new RealRange(low, high));
    }

    private static float Snap(float bound, float half)
    {
        foreach (float known in (ReadOnlySpan<float>)[0, 6, 1, -1])
        {
            if (Math.Abs(bound - known) <= half)
                return known;
        }

        return bound;
    }
}
