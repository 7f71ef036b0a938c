using OnnxConvert.Extensibility;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>The largest and smallest of the three channels of pixels (..., 3), which together with the hue make up a color.</summary>
internal sealed class ColorRange
{
    private ColorRange(Emitter emit, Value pixels, long axis)
    {
        Max = emit.Reduce("ReduceMax", pixels, [axis], keepDims: true);
        Min = emit.Reduce("ReduceMin", pixels, [axis], keepDims: true);
        Range = emit.Sub(Max, Min);
        Value one = emit.Const(1, pixels.ElementType);
        IsGray = emit.Compare("Equal", Range, emit.Const(0, pixels.ElementType));
        Divisor = emit.Where(IsGray, one, Range);
    }

    /// <summary>The largest channel.</summary>
    internal Value Max { get; }

    /// <summary>The smallest channel.</summary>
    internal Value Min { get; }

    /// <summary>The distance of both.</summary>
    internal Value Range { get; }

    /// <summary>Whether all channels are equal.</summary>
    internal Value IsGray { get; }

    /// <summary>The distance, or 1 where it is 0.</summary>
    internal Value Divisor { get; }

    internal static ColorRange Of(OpContext op, Value pixels) => op.Shape(0)?[op.Rank(0) - 1].Size is null or 3
        ? new ColorRange(op.Emit, pixels, op.Rank(0) - 1)
        : throw op.NotSupported("needs three channels, red, green and blue", op.Input(0));
}
