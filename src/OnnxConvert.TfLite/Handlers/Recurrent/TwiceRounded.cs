using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>
/// Multiplies whole numbers as TFLite's kernels do (MultiplyByQuantizedMultiplier): a product is rounded to units of 2^-s, where
/// s is the right shift of the multiplier, and those are rounded to whole numbers, halves away from zero.
/// </summary>
internal static class TwiceRounded
{
    /// <summary>With more bits behind the point, the first rounding hardly ever decides the second.</summary>
    private const int MaxShift = 7;

    /// <summary>Moves what lies exactly between two whole numbers, and nothing else, away from zero.</summary>
    private static readonly float Nudge = 1 + MathF.ScaleB(1, -22);

    /// <summary>The products of columns with multipliers, one for each or one for all.</summary>
    internal static Value Product(OpContext op, Emitter emit, Value x, IReadOnlyList<float> multipliers)
    {
        int[] shifts = [.. multipliers.Select(multiplier => Math.Min(FixedPoint.Shift(multiplier), MaxShift))];
        Value fine = emit.Round(emit.Mul(x, Constant(multipliers.Select((multiplier, i) => MathF.ScaleB(multiplier, shifts[i])))));
        return emit.Round(emit.Mul(fine, Constant(shifts.Select(shift => MathF.ScaleB(Nudge, -shift)))));

        Value Constant(IEnumerable<float> values)
        {
            float[] all = [.. values];
            return all.Distinct().Count() == 1 ? op.Emit.Const(all[0]) : op.Emit.Const(TensorData.Vector<float>(all), "multipliers");
        }
    }
}
