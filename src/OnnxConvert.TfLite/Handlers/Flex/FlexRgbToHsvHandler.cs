using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's RGBToHSV → arithmetic: hue, saturation and value of pixels (..., 3), the hue as a part of the color circle.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexRGBToHSV")]
internal sealed class FlexRgbToHsvHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Emitter emit = op.Emit;
        Value x = op.Real(0);
        Value zero = emit.Const(0, x.ElementType);
        ColorRange color = ColorRange.Of(op, x);
        Value hue = emit.Div(color.Hue(), emit.Const(HueColors.Sectors, x.ElementType));
        hue = emit.Where(emit.Compare("Less", hue, zero), emit.Add(hue, emit.Const(1, x.ElementType)), hue);
        op.Result(0, emit.Concat([hue, color.Saturation(), color.Max], op.Rank(0) - 1));
    }
}
