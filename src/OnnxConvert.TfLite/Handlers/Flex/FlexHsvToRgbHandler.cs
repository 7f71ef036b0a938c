using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's HSVToRGB → arithmetic: pixels (..., 3) of hue, as a part of the color circle, saturation and value.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexHSVToRGB")]
internal sealed class FlexHsvToRgbHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Emitter emit = op.Emit;
        Value x = op.Real(0);
        int axis = op.Rank(0) - 1;
        Value hue = emit.Mul(Channel(0), emit.Const(HueColors.Sectors, x.ElementType));
        Value value = Channel(2);
        Value chroma = emit.Mul(Channel(1), value);
        Value lowest = emit.Sub(value, chroma);
        op.Result(0, emit.Add(lowest, emit.Mul(HueColors.Parts(emit, hue), chroma)));

        Value Channel(long index) => emit.Slice(x, [index], [index + 1], [axis]);
    }
}
