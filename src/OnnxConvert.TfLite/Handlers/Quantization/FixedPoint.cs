using OnnxConvert.Converting;
using OnnxConvert.Emission;
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

    /// <summary>
    /// Whether a tensor's numbers are seen as they are, and not rounded again by what reads them: nothing but DEQUANTIZE reads it.
    /// </summary>
    internal static bool IsOnlyDequantized(Value value) =>
        !value.IsGraphOutput && value.Uses.Count > 0 && value.Uses.All(use => use.Node is { OpType: TfLiteOps.Dequantize, Domain: TfLiteOps.Domain });

    /// <summary>
    /// The stored product of the first two inputs, with factors that are scaled so that it comes in the units of the first rounding;
    /// null where they or the result are no bytes.
    /// </summary>
    /// <param name="op">The operator.</param>
    /// <param name="multiply">Multiplies the two factors.</param>
    internal static Value? Product(OpContext op, Func<Value, Value, Value> multiply)
    {
        if (op.OutputType(0) is not (ElementType.Int8 or ElementType.UInt8)
            || op.StoredQuantization(0) is not { IsPerTensor: true } x || op.StoredQuantization(1) is not { IsPerTensor: true } y
            || op.StoredOutputQuantization(0) is not { IsPerTensor: true } result)
        {
            return null;
        }

        double multiplier = (double)x.Scale * y.Scale / result.Scale;
        int shift = Shift(multiplier);
        var unit = (float)(multiplier * Math.ScaleB(1, shift) / y.Scale);
        Value a = op.Emit.Dequantize(op.Raw(0), new QuantizationParameters(unit, x.ZeroPoint));
        Value b = op.Emit.Dequantize(op.Raw(1), y);
        return Requantize(op.Emit, multiply(a, b), shift, result.ZeroPoint);
    }

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
