using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>Boxes by their lower and upper corners, (n, 2) each, and areas, (n).</summary>
internal sealed record Corners(Value Lower, Value Upper, Value Area)
{
    /// <summary>Boxes by any two opposite corners, (n, 4): y1, x1, y2, x2.</summary>
    internal static Corners Of(Emitter emit, Value boxes)
    {
        Value first = emit.Slice(boxes, [0], [2], [1]);
        Value second = emit.Slice(boxes, [2], [4], [1]);
        (Value lower, Value upper) = (emit.Min(first, second), emit.Max(first, second));
        return new Corners(lower, upper, AreaOf(emit, emit.Sub(upper, lower)));
    }

    /// <summary>The area that one of the boxes, whose number is a scalar, shares with each, over that which the two cover; 0 without areas.</summary>
    internal Value Overlap(Emitter emit, Value number)
    {
        Value lower = emit.Max(Lower, emit.Gather(Lower, number, 0));
        Value upper = emit.Min(Upper, emit.Gather(Upper, number, 0));
        Value shared = AreaOf(emit, emit.Max(emit.Sub(upper, lower), emit.Const(0f)));
        Value covered = emit.Sub(emit.Add(Area, emit.Gather(Area, number, 0)), shared);
        return emit.Div(shared, emit.Where(emit.Compare("Greater", covered, emit.Const(0f)), covered, emit.Const(1f)));
    }

    private static Value AreaOf(Emitter emit, Value sizes) => emit.Reduce("ReduceProd", sizes, [1], keepDims: false);
}
