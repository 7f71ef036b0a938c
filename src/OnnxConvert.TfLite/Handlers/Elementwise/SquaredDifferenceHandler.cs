using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>SQUARED_DIFFERENCE → Sub, Mul: the square of the difference.</summary>
/// <remarks>
/// The int8 kernel brings both inputs to whole multiples of 1/64 of the larger step before it subtracts. Layer normalization
/// divides by the root of what comes out, so these roundings are written out.
/// </remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.SquaredDifference)]
[OpHandler(TfLiteOps.CustomDomain, "FlexSquaredDifference")]
internal sealed class SquaredDifferenceHandler : IOpHandler
{
    private const float LeftShift = 128;

    public void Convert(OpContext op)
    {
        if (op.OutputType(0) == ElementType.Int8
            && op.StoredQuantization(0) is { IsPerTensor: true } x && op.StoredQuantization(1) is { IsPerTensor: true } y && op.StoredOutputQuantization(0) is { IsPerTensor: true } result)
        {
            FixedPointSquare(op, x, y, result);
            return;
        }

        Value difference = op.Emit.Sub(op.Real(0), op.Real(1));
        op.Result(0, op.Emit.Mul(difference, difference));
    }

    private static void FixedPointSquare(OpContext op, QuantizationParameters x, QuantizationParameters y, QuantizationParameters result)
    {
        double twiceLargest = 2.0 * Math.Max(x.Scale, y.Scale);
        double multiplier = twiceLargest * twiceLargest / (LeftShift * LeftShift * result.Scale);
        int shift = FixedPoint.Shift(multiplier);
        Value difference = op.Emit.Sub(Whole(op, 0, x, LeftShift / twiceLargest), Whole(op, 1, y, LeftShift / twiceLargest));
        Value scaled = op.Emit.Mul(difference, op.Emit.Const((float)(multiplier * Math.ScaleB(1, shift))));
        op.RawResult(0, FixedPoint.Requantize(op.Emit, op.Emit.Mul(difference, scaled), shift, result.ZeroPoint));
    }

    private static Value Whole(OpContext op, int index, QuantizationParameters parameters, double factor) => TwiceRounded.Product(
        op,
        op.Emit,
        op.Emit.Dequantize(op.Raw(index), new QuantizationParameters(LeftShift, parameters.ZeroPoint)),
        [(float)(parameters.Scale * factor / LeftShift)]);
}
