using OnnxConvert.Extensibility;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's AdjustHue → arithmetic: the hue of pixels (..., 3) turned by a part of the color circle. The largest and smallest channel keep their values.</summary>
/// <remarks>
/// The circle has six sectors; in each one channel is the largest, one the smallest, and the third moves linearly. At hue h, red is
/// the part |h - 3| - 1 of the range, green 2 - |h - 2|, blue 2 - |h - 4|, each limited to 0 to 1.
/// </remarks>
[OpHandler(TfLiteOps.CustomDomain, "FlexAdjustHue", MinOpset = 10)]
internal sealed class FlexAdjustHueHandler : IOpHandler
{
    private const int Sectors = 6;

    public void Convert(OpContext op)
    {
        Emitter emit = op.Emit;
        Value x = op.Real(0);
        ColorRange color = ColorRange.Of(op, x);
        Value turn = emit.Mul(emit.Cast(op.Real(1), x.ElementType), Number(emit, x, Sectors));
        Value hue = emit.Add(Hue(emit, x, color, op.Rank(0) - 1), turn);
        hue = emit.Sub(hue, emit.Mul(emit.Unary("Floor", emit.Div(hue, Number(emit, x, Sectors))), Number(emit, x, Sectors)));

        Value distance = emit.Unary("Abs", emit.Sub(hue, Vector(emit, x, 3, 2, 4)));
        Value part = emit.Clip(emit.Add(emit.Mul(distance, Vector(emit, x, 1, -1, -1)), Vector(emit, x, -1, 2, 2)), 0, 1);
        op.Result(0, emit.Add(color.Min, emit.Mul(part, color.Range)));
    }

    /// <summary>The place on the circle in sectors, -1 to 5: red is 0, green 2, blue 4.</summary>
    private static Value Hue(Emitter emit, Value x, ColorRange color, int axis)
    {
        Value red = Channel(0);
        Value green = Channel(1);
        Value blue = Channel(2);
        Value nearRed = emit.Div(emit.Sub(green, blue), color.Divisor);
        Value nearGreen = emit.Add(emit.Div(emit.Sub(blue, red), color.Divisor), Number(emit, x, 2));
        Value nearBlue = emit.Add(emit.Div(emit.Sub(red, green), color.Divisor), Number(emit, x, 4));
        Value notRed = emit.Where(emit.Compare("Equal", green, color.Max), nearGreen, nearBlue);
        return emit.Where(emit.Compare("Equal", red, color.Max), nearRed, notRed);

        Value Channel(long index) => emit.Slice(x, [index], [index + 1], [axis]);
    }

    private static Value Number(Emitter emit, Value x, double number) => emit.Const(number, x.ElementType);

    private static Value Vector(Emitter emit, Value x, params ReadOnlySpan<float> channels) =>
        emit.Cast(emit.Const(TensorData.Vector(channels)), x.ElementType);
}
