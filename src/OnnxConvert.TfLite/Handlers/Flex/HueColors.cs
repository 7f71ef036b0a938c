using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>
/// The pure colors on the circle of hues. It has six sectors; in each one channel is the largest, one the smallest, and the third
/// moves linearly.
/// </summary>
internal static class HueColors
{
    /// <summary>The number of sectors: red is at 0, green at 2, blue at 4.</summary>
    internal const int Sectors = 6;

    /// <summary>Which part of the range between smallest and largest each channel has: (..., 3).</summary>
    /// <param name="emit">The emitter.</param>
    /// <param name="hue">The place on the circle in sectors, from 0 to 6: (..., 1).</param>
    /// <remarks>At hue h, red has |h - 3| - 1, green 2 - |h - 2|, blue 2 - |h - 4|, each limited to 0 to 1.</remarks>
    internal static Value Parts(Emitter emit, Value hue)
    {
        Value distance = emit.Unary("Abs", emit.Sub(hue, Vector(3, 2, 4)));
        return emit.Clip(emit.Add(emit.Mul(distance, Vector(1, -1, -1)), Vector(-1, 2, 2)), 0, 1);

        Value Vector(float red, float green, float blue) => emit.Cast(emit.Const(TensorData.Vector(red, green, blue)), hue.ElementType);
    }
}
