using OnnxConvert.Extensibility;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's AdjustSaturation → arithmetic: the saturation of pixels (..., 3) times a factor, limited to 0 to 1.</summary>
/// <remarks>
/// Hue and the largest channel stay the same, so that every channel keeps its place between the largest one and the smallest one:
/// the distance from the largest scales with the saturation, which is (max - min) / max, or 0 where max is not above 0.
/// </remarks>
[OpHandler(TfLiteOps.CustomDomain, "FlexAdjustSaturation")]
internal sealed class FlexAdjustSaturationHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Emitter emit = op.Emit;
        Value x = op.Real(0);
        Value zero = emit.Const(0, x.ElementType);
        ColorRange color = ColorRange.Of(op, x);
        Value isLit = emit.Compare("Greater", color.Max, zero);
        Value saturation = emit.Where(isLit, emit.Div(color.Range, emit.Where(isLit, color.Max, emit.Const(1, x.ElementType))), zero);
        Value adjusted = emit.Clip(emit.Mul(saturation, emit.Cast(op.Real(1), x.ElementType)), 0, 1);
        Value share = emit.Div(emit.Sub(color.Max, x), color.Divisor);
        op.Result(0, emit.Sub(color.Max, emit.Mul(share, emit.Mul(adjusted, color.Max))));
    }
}
