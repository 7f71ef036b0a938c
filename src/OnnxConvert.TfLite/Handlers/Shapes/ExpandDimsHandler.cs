using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>EXPAND_DIMS → Unsqueeze, or Reshape where the axis is computed. The axis is an input and counts in the result.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.ExpandDims)]
[OpHandler(TfLiteOps.CustomDomain, "FlexExpandDims")]
internal sealed class ExpandDimsHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        if (op.InputType(0).IsComplex())
            op.ComplexResult(0, op.Emit.Unsqueeze(op.Complex(0), op.Axis(op.RequireInts(1, "the axis")[0], op.Rank(0) + 1)));
        else if (op.ConstantInts(1) is { } axis)
            op.RawResult(0, op.Emit.Unsqueeze(op.Raw(0), op.Axis(axis[0], op.Rank(0) + 1)));
        else
            op.RawResult(0, op.Emit.Reshape(op.Raw(0), ComputedSizes(op)));
    }

    /// <summary>The sizes with a 1 among them.</summary>
    private static Value ComputedSizes(OpContext op)
    {
        Emitter emit = op.Emit;
        Value axis = emit.Reshape(emit.Cast(op.Declared(1), ElementType.Int64), 1);
        axis = emit.Where(emit.Compare("Less", axis, emit.Const(0L)), emit.Add(axis, emit.Const(op.Rank(0) + 1L)), axis);
        Value sizes = emit.Shape(op.Raw(0));
        Value before = emit.Slice(sizes, emit.Ints(0), axis, emit.Ints(0));
        Value behind = emit.Slice(sizes, axis, emit.Ints(long.MaxValue), emit.Ints(0));
        return emit.Concat([before, emit.Ints(1), behind], 0);
    }
}
