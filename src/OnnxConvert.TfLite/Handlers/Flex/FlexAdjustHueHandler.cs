using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's AdjustHue → arithmetic: the hue of pixels (..., 3) turned by a part of the color circle. The largest and smallest channel keep their values.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexAdjustHue", MinOpset = 10)]
internal sealed class FlexAdjustHueHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Emitter emit = op.Emit;
        Value x = op.Real(0);
        ColorRange color = ColorRange.Of(op, x);
        Value sectors = emit.Const(HueColors.Sectors, x.ElementType);
        Value turn = emit.Mul(emit.Cast(op.Real(1), x.ElementType), sectors);
        Value hue = emit.Add(color.Hue(), turn);
        // The circle begins anew behind its last sector.
        hue = emit.Sub(hue, emit.Mul(emit.Unary("Floor", emit.Div(hue, sectors)), sectors));

        op.Result(0, emit.Add(color.Min, emit.Mul(HueColors.Parts(emit, hue), color.Range)));
    }
}
