using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>The sizes that Resize takes, for all four dimensions, from the two that TFLite's operators take.</summary>
internal static class ResizeSizes
{
    /// <param name="op">The operator; input 1 is (new height, new width).</param>
    /// <param name="x">The input as (N, C, H, W).</param>
    internal static Value Of(OpContext op, Value x)
    {
        if (op.ConstantInts(1) is { } sizes && x.Shape is { Rank: 4 } shape && shape[0].Size is { } batch && shape[1].Size is { } channels)
            return op.Emit.Ints(batch, channels, sizes[0], sizes[1]);
        Value spatial = op.ConstantInts(1) is { } known ? op.Emit.Ints(known) : op.Emit.Cast(op.Declared(1), ElementType.Int64);
        return op.Emit.Concat([op.Emit.Size(x, 0), op.Emit.Size(x, 1), spatial], 0);
    }
}
