using OnnxConvert.Extensibility;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>SEGMENT_SUM → ScatterND(add) on zeros: rows with the same number are added up. The numbers rise, and the last one says how many rows there are.</summary>
/// <remarks>ScatterND: 11 → 16 (reduction).</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.SegmentSum, MinOpset = 11, Restrictions = "below opset 16 the segment numbers must be constant")]
[OpHandler(TfLiteOps.CustomDomain, "FlexSegmentSum", MinOpset = 11, Restrictions = "below opset 16 the segment numbers must be constant")]
internal sealed class SegmentSumHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Value x = op.Real(0);
        Value segments = op.Emit.Cast(op.Declared(1), ElementType.Int64);
        Value count = op.ConstantInts(1) is [.., var last]
            ? op.Emit.Ints(last + 1)
            : op.Emit.Add(op.Emit.Slice(segments, [-1], [long.MaxValue], [0]), op.Emit.Const(1L));
        op.Result(0, op.Emit.ScatterND(op.Emit.Zeros(Sizes(op, x, count), x.ElementType), op.Emit.Unsqueeze(segments, 1), x, "add"));
    }

    private static Value Sizes(OpContext op, Value x, Value count) => op.Rank(0) == 1
        ? count
        : op.Emit.Concat([count, op.Emit.Slice(op.Emit.Shape(x), [1], [long.MaxValue], [0])], 0);
}
