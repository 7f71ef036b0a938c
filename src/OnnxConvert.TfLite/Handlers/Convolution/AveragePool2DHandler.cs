using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>AVERAGE_POOL_2D → AveragePool over the elements that are not padding. Input (N, H, W, C).</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.AveragePool2D)]
internal sealed class AveragePool2DHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Window window = op.Window(0, op.Int("filter_height"), op.Int("filter_width"));
        bool areStored = StoredMeans.Covers(op);
        Value x = areStored ? StoredMeans.Integers(op) : op.Real(0);
        Value y = op.Emit.ToChannelsLast(op.Emit.AveragePool(op.Emit.ToChannelsFirst(x), window));
        if (areStored)
            StoredMeans.Result(op, y, op.Activation());
        else
            op.Result(0, y, op.Activation());
    }
}
