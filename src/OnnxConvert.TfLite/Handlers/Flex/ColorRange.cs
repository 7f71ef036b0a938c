using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>The largest and smallest of the three channels of pixels (..., 3), which together with the hue make up a color.</summary>
internal sealed class ColorRange
{
    private readonly Emitter _emit;
    private readonly Value _pixels;
    private readonly long _axis;

    private ColorRange(Emitter emit, Value pixels, long axis)
    {
        _emit = emit;
        _pixels = pixels;
        _axis = axis;
        Max = emit.Reduce("ReduceMax", pixels, [axis], keepDims: true);
        Min = emit.Reduce("ReduceMin", pixels, [axis], keepDims: true);
        Range = emit.Sub(Max, Min);
        Value one = emit.Const(1, pixels.ElementType);
        Divisor = emit.Where(emit.Compare("Equal", Range, emit.Const(0, pixels.ElementType)), one, Range);
    }

    /// <summary>The largest channel.</summary>
    internal Value Max { get; }

    /// <summary>The smallest channel.</summary>
    internal Value Min { get; }

    /// <summary>The distance of both.</summary>
    internal Value Range { get; }

    /// <summary>The distance, or 1 where it is 0.</summary>
    internal Value Divisor { get; }

    internal static ColorRange Of(OpContext op, Value pixels) => op.Shape(0)?[op.Rank(0) - 1].Size is null or 3
        ? new ColorRange(op.Emit, pixels, op.Rank(0) - 1)
        : throw op.NotSupported("needs three channels, red, green and blue", op.Input(0));

    /// <summary>The saturation: the distance as a part of the largest channel, or 0 where that is not above 0.</summary>
    internal Value Saturation()
    {
        Value zero = _emit.Const(0, _pixels.ElementType);
        Value isLit = _emit.Compare("Greater", Max, zero);
        return _emit.Where(isLit, _emit.Div(Range, _emit.Where(isLit, Max, _emit.Const(1, _pixels.ElementType))), zero);
    }

    /// <summary>The place on the circle in sectors, -1 to 5: (..., 1).</summary>
    internal Value Hue()
    {
        Value red = Channel(0);
        Value green = Channel(1);
        Value blue = Channel(2);
        Value nearRed = _emit.Div(_emit.Sub(green, blue), Divisor);
        Value nearGreen = _emit.Add(_emit.Div(_emit.Sub(blue, red), Divisor), Sector(2));
        Value nearBlue = _emit.Add(_emit.Div(_emit.Sub(red, green), Divisor), Sector(4));
        Value notRed = _emit.Where(_emit.Compare("Equal", green, Max), nearGreen, nearBlue);
        return _emit.Where(_emit.Compare("Equal", red, Max), nearRed, notRed);

        Value Channel(long index) => _emit.Slice(_pixels, [index], [index + 1], [_axis]);

        Value Sector(int number) => _emit.Const(number, _pixels.ElementType);
    }
}
