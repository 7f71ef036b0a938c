using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's AdjustSaturation → arithmetic: the saturation of pixels (..., 3) times a factor, limited to 0 to 1.</summary>
/// <remarks>
/// Hue and the largest channel stay the same, so that every channel keeps its place between the largest one and the smallest one:
/// the distance from the largest scales with the saturation.
/// </remarks>
[OpHandler(TfLiteOps.CustomDomain, "FlexAdjustSaturation")]
internal sealed class FlexAdjustSaturationHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Emitter emit = op.Emit;
        Value x = op.Real(0);
        ColorRange color = ColorRange.Of(op, x);
        Value adjusted = emit.Clip(emit.Mul(color.Saturation(), emit.Cast(op.Real(1), x.ElementType)), 0, 1);
        Value share = emit.Div(emit.Sub(color.Max, x), color.Divisor);
        op.Result(0, emit.Sub(color.Max, emit.Mul(share, emit.Mul(adjusted, color.Max))));
    }
}
