using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>DEPTHWISE_CONV_2D → Conv with a group for each channel. Input (N, H, W, C), filter (1, kh, kw, C·m), bias (C·m).</summary>
/// <remarks>The option depth_multiplier is not read: kernels take m from the shapes, and files exist where it is 0.</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.DepthwiseConv2D)]
internal sealed class DepthwiseConv2DHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Value w = op.Weight(1, 3, 0, 1, 2);
        Window window = op.Window(0, op.Size(1, 1), op.Size(1, 2));
        Value x = op.Emit.ToChannelsFirst(op.Real(0));
        Value y = op.Emit.Conv(x, w, op.Bias(2, 0, 1), window, op.Size(0, 3));
        op.Result(0, op.Emit.ToChannelsLast(y), op.Activation());
    }
}
