using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>L2_POOL_2D → Sqrt of AveragePool of squares, over the elements that are not padding. Input (N, H, W, C).</summary>
/// <remarks>LpPool takes the sum, not the mean.</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.L2Pool2D)]
internal sealed class L2Pool2DHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Window window = op.Window(0, op.Int("filter_height"), op.Int("filter_width"));
        Value x = op.Emit.ToChannelsFirst(op.Real(0));
        Value mean = op.Emit.AveragePool(op.Emit.Mul(x, x), window);
        op.Result(0, op.Emit.ToChannelsLast(op.Emit.Unary("Sqrt", mean)), op.Activation());
    }
}
