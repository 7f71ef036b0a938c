using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>
/// Means of neighbouring elements, which the kernels of bytes compute on the stored integers and round half away from zero.
/// A mean of few integers often lies in the middle between two; QuantizeLinear alone would round to the even one.
/// </summary>
internal static class StoredMeans
{
    /// <summary>With a step that is so much smaller, what lies in the middle comes to lie beyond it, and hardly anything else does.</summary>
    private const float Step = 1 - (1 / 16384f);

    /// <summary>Whether input and output are bytes of one quantization.</summary>
    internal static bool Covers(OpContext op) =>
        op.InputType(0) is ElementType.Int8 or ElementType.UInt8
        && op.InputType(0) == op.OutputType(0)
        && op.StoredQuantization(0) is { IsPerTensor: true }
        && op.StoredOutputQuantization(0) is { IsPerTensor: true };

    /// <summary>The integers that the file declares, as floats.</summary>
    internal static Value Integers(OpContext op) => op.Emit.Dequantize(op.Raw(0), new QuantizationParameters(1, Zero(op)));

    /// <summary>Sets the result to integers that the file declares, given as floats that are to be rounded.</summary>
    internal static void Result(OpContext op, Value means, RealRange range)
    {
        Value stored = op.Emit.Quantize(means, new QuantizationParameters(Step, Zero(op)), ElementType.UInt8);
        (double min, double max) = op.RawOutputRange(0, range);
        op.RawResult(0, op.Emit.Clip(stored, min, max));
    }

    private static long Zero(OpContext op) => op.InputType(0) == ElementType.Int8 ? 128 : 0;
}
