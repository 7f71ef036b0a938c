using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>
/// Combines the slices with the same segment number. Inputs tensor (d..., rest...), segment numbers (d...), the number of
/// segments; slices with a negative number are left out. A segment without slices keeps the value that changes nothing.
/// </summary>
/// <param name="reduction">How slices are combined, as ScatterND names it.</param>
internal abstract class UnsortedSegmentHandler(string reduction) : IOpHandler
{
    public void Convert(OpContext op)
    {
        Emitter emit = op.Emit;
        Value x = reduction is "max" or "min" ? PassingNaN.Before(emit, op.Real(0), ofLargest: reduction == "max") : op.Real(0);
        int leading = op.Rank(1);
        Value count = op.ConstantInts(2) is [var known] ? emit.Ints(known) : emit.Reshape(emit.Cast(op.Declared(2), ElementType.Int64), 1);
        Value segments = emit.Reshape(emit.Cast(op.Declared(1), ElementType.Int64), -1, 1);
        // What is left out goes to one more segment, which is cut off again.
        segments = emit.Where(emit.Compare("Less", segments, emit.Const(0L)), count, segments);
        Value slot = op.ConstantInts(2) is [var segmentCount] ? emit.Ints(segmentCount + 1) : emit.Add(count, emit.Const(1L));

        Value[] rest = op.Rank(0) > leading ? [emit.Slice(emit.Shape(x), [leading], [long.MaxValue], [0])] : [];
        Value rows = emit.Reshape(x, emit.Concat([emit.Ints(-1), .. rest], 0));
        Value start = emit.Expand(emit.Neutral(reduction, x.ElementType), emit.Concat([slot, .. rest], 0));
        Value y = emit.ScatterND(start, segments, rows, reduction);
        op.Result(0, emit.Slice(y, [0], [-1], [0]));
    }
}
