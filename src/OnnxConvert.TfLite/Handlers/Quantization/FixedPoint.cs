using OnnxConvert.Extensibility;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>
/// The rounding of TFLite's fixed-point kernels (MultiplyByQuantizedMultiplier): a product is rounded to a whole number of
/// units that are 2^-shift of the result's step, and that, shifted right, is rounded half away from zero again.
/// </summary>
internal static class FixedPoint
{
    /// <summary>The right shift of a multiplier: it is a fraction of at least one half times 2^-shift; multipliers of one half and more have none.</summary>
    internal static int Shift(double multiplier) => multiplier > 0 ? Math.Max(-(Math.ILogB(multiplier) + 1), 0) : 0;

    /// <summary>The stored result of a product.</summary>
    /// <param name="emit">Writes the nodes.</param>
    /// <param name="product">The product in units of 2^-shift of the result's step, before the first rounding.</param>
    /// <param name="shift">The right shift of the multiplier.</param>
    /// <param name="zeroPoint">The zero point of the stored result, uint8.</param>
    internal static Value Requantize(Emitter emit, Value product, int shift, long zeroPoint)
    {
        // A step that is smaller by 2^-20 moves what lies exactly between two integers, and nothing else, over the edge.
        float step = MathF.ScaleB(1 - MathF.ScaleB(1, -20), shift);
        return emit.Quantize(emit.Round(product), new QuantizationParameters(step, zeroPoint), ElementType.UInt8);
    }
}
