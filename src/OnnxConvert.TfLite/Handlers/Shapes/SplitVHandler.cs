using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>SPLIT_V → Split into parts of given sizes, one of which may be -1: what is left. Inputs tensor, sizes, axis.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.SplitV, Restrictions = "the axis must be constant; computed sizes need opset 13")]
[OpHandler(TfLiteOps.CustomDomain, "FlexSplitV", Restrictions = "the axis must be constant; computed sizes need opset 13")]
internal sealed class SplitVHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        int axis = op.Axis(op.RequireInts(2, "the axis")[0], op.Rank(0));
        IReadOnlyList<Value> outputs = KnownSizes(op, axis) is { } sizes
            ? op.Emit.Split(op.Raw(0), axis, sizes)
            : op.Emit.Split(op.Raw(0), axis, ComputedSizes(op, axis), op.OutputCount);
        for (int i = 0; i < outputs.Count; i++)
            op.RawResult(i, outputs[i]);
    }

    private static long[]? KnownSizes(OpContext op, int axis)
    {
        if (op.ConstantInts(1) is not { } sizes)
            return null;
        int rest = Array.IndexOf(sizes, -1);
        if (rest < 0)
            return sizes;
        if (op.Shape(0)![axis].Size is not { } whole)
            return null;
        sizes[rest] = whole - sizes.Where(size => size >= 0).Sum();
        return sizes;
    }

    private static Value ComputedSizes(OpContext op, int axis)
    {
        Emitter emit = op.Emit;
        Value sizes = emit.Cast(op.Declared(1), ElementType.Int64);
        Value given = emit.Reduce("ReduceSum", emit.Max(sizes, emit.Const(0L)), [0], keepDims: true);
        Value rest = emit.Sub(emit.Size(op.Raw(0), axis), given);
        return emit.Where(emit.Compare("Less", sizes, emit.Const(0L)), rest, sizes);
    }
}
