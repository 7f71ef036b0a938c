using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>STABLEHLO_PAD → Pad, Reshape, Slice: elements inserted between those of the tensor, and added or, by negative numbers, cut off at its edges.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.StableHloPad)]
internal sealed class StableHloPadHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        int rank = op.Rank(0);
        long[] interior = op.Ints("interior_padding", rank, otherwise: 0);
        if (interior.Any(count => count < 0))
            throw op.NotSupported("interior_padding is negative; it must be at least 0");
        Value value = op.Stored(1, 0, 1);
        Value spread = Spacing.Spread(op.Emit, op.Stored(0, 0, 1), interior, value);
        Value y = Spacing.PadOrCrop(op.Emit, spread, op.Ints("edge_padding_low", rank, otherwise: 0), op.Ints("edge_padding_high", rank, otherwise: 0), value);
        op.StoredResult(0, y, 0, 1);
    }
}
