using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>SLICE → Slice. Inputs begin and size, one number for each dimension; size -1 reaches to the end.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Slice)]
[OpHandler(TfLiteOps.CustomDomain, "FlexSlice")]
internal sealed class SliceHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        int rank = op.Rank(0);
        long[] axes = [.. Enumerable.Range(0, rank).Select(axis => (long)axis)];
        if (op.ConstantInts(1) is { } begin && op.ConstantInts(2) is { } size)
        {
            long[] ends = [.. begin.Zip(size, (first, count) => count < 0 ? long.MaxValue : first + count)];
            op.RawResult(0, op.Emit.Slice(op.Raw(0), begin, ends, axes));
            return;
        }

        Value starts = op.Emit.Cast(op.Declared(1), ElementType.Int64);
        Value sizes = op.Emit.Cast(op.Declared(2), ElementType.Int64);
        Value toEnd = op.Emit.Compare("Less", sizes, op.Emit.Const(0L));
        Value stops = op.Emit.Where(toEnd, op.Emit.Const(long.MaxValue), op.Emit.Add(starts, sizes));
        op.RawResult(0, op.Emit.Slice(op.Raw(0), starts, stops, op.Emit.Ints(axes)));
    }
}
