using OnnxConvert.Converting;
using OnnxConvert.Converting.Tensors;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>
/// What the numbers of an LSTM cell are limited to where it is computed in reals: by its options, and in a dequantized model by the
/// tensors that held them as well.
/// </summary>
/// <param name="State">The cell state.</param>
/// <param name="Hidden">What the cells give, before a projection.</param>
/// <param name="Output">The output state.</param>
internal sealed record LstmLimits(RealRange State, RealRange Hidden, RealRange Output)
{
    internal static LstmLimits Of(LstmCell cell)
    {
        RealRange state = Within(cell.CellClip);
        RealRange output = cell.HasProjection ? Within(cell.ProjectionClip) : RealRange.All;
        return cell.Op.IsQuantized(0)
            ? new LstmLimits(Saturated(cell, cell.CellState, state), cell.HasProjection ? OfHidden(cell) : RealRange.All, Saturated(cell, cell.OutputState, output))
            : new LstmLimits(state, RealRange.All, output);
    }

    private static RealRange Within(float limit) => limit > 0 ? new RealRange(-limit, limit) : RealRange.All;

    private static RealRange Saturated(LstmCell cell, int input, RealRange range) =>
        cell.Op.Input(input) is { Quantization: { IsPerTensor: true } parameters } tensor ? Saturation.Limit(range, parameters, tensor.ElementType) : range;

    /// <summary>The kernel limits the bare integers as if the zero point had the other sign, and so do we, since models answer accordingly.</summary>
    private static RealRange OfHidden(LstmCell cell)
    {
        if (IntegerLstmScales.HiddenOf(cell) is not { } hidden)
            return RealRange.All;
        return new RealRange(hidden.Scale * (sbyte.MinValue + hidden.ZeroPoint), hidden.Scale * (sbyte.MaxValue + hidden.ZeroPoint));
    }
}
