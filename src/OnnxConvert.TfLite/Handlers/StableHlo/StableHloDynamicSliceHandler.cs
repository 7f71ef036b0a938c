using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>STABLEHLO_DYNAMIC_SLICE → Slice: a box of the sizes <c>slice_sizes</c>. Inputs tensor, a scalar for each dimension; the start is moved so that the box fits.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.StableHloDynamicSlice, MinOpset = 10)]
internal sealed class StableHloDynamicSliceHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        int rank = op.Rank(0);
        if (rank == 0)
        {
            op.RawResult(0, op.Emit.Identity(op.Raw(0)));
            return;
        }

        Value x = op.Raw(0);
        Value sizes = op.Emit.Ints(op.Ints("slice_sizes"));
        Value last = op.Emit.Sub(op.Emit.Shape(x), sizes);
        Value start = op.Emit.Min(op.Emit.Max(op.Starts(1, rank), op.Emit.Const(0L)), last);
        op.RawResult(0, op.Emit.Slice(x, start, op.Emit.Add(start, sizes), op.Emit.Ints(Axes.All(rank))));
    }
}
