using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>MAX_POOL_2D → MaxPool. Input (N, H, W, C). Quantized tensors are pooled as stored: the largest stays the largest.</summary>
/// <remarks>MaxPool: 1 → 8 → 10 → 11 → 12 (int8, uint8).</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.MaxPool2D)]
internal sealed class MaxPool2DHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Window window = op.Window(0, op.Int("filter_height"), op.Int("filter_width"));
        RealRange range = op.Activation();
        Value x = op.Emit.ToChannelsFirst(range.IsAll ? op.Raw(0) : op.Real(0));
        Value y = op.Emit.ToChannelsLast(op.Emit.MaxPool(x, window));
        if (range.IsAll)
            op.RawResult(0, y);
        else
            op.Result(0, y, range);
    }
}
