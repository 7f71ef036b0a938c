using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>CONV_3D → Conv. Input (N, D, H, W, C), filter (kd, kh, kw, C, O), bias (O).</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Conv3D)]
internal sealed class Conv3DHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Window window = op.Window(0, op.Size(1, 0), op.Size(1, 1), op.Size(1, 2));
        Value x = op.Emit.ToChannelsFirst(op.Real(0), 5);
        Value y = op.Emit.Conv(x, op.Weight(1, 4, 3, 0, 1, 2), op.Bias(2, 0, 1), window);
        op.Result(0, op.Emit.ToChannelsLast(y, 5), op.Activation());
    }
}
