using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>CONV_2D → Conv. Input (N, H, W, C), filter (O, kh, kw, C/group), bias (O).</summary>
/// <remarks>
/// There is no option for the number of groups: it is what the filter's channels leave of the input's.
/// Conv: 1 → 11 (auto_pad defaults) → 22 (bfloat16); the form written here is valid in all of them.
/// </remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Conv2D)]
internal sealed class Conv2DHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Value w = op.Weight(1, 0, 3, 1, 2);
        Window window = op.Window(0, op.Size(1, 1), op.Size(1, 2));
        Value x = op.Emit.ToChannelsFirst(op.Real(0));
        long group = op.Shape(0)?[3].Size is { } channels ? channels / Math.Max(op.Size(1, 3), 1) : 1;
        Value y = op.Emit.Conv(x, w, op.Bias(2, 0, 1), window, group);
        op.Result(0, op.Emit.ToChannelsLast(y), op.Activation());
    }
}
