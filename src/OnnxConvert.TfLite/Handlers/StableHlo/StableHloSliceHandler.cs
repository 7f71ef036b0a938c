using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>STABLEHLO_SLICE → Slice: from <c>start_indices</c> to before <c>limit_indices</c>, by <c>strides</c>.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.StableHloSlice, Restrictions = "strides need opset 10")]
internal sealed class StableHloSliceHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        long[] starts = op.Ints("start_indices");
        op.RawResult(0, op.Emit.Slice(op.Raw(0), starts, op.Ints("limit_indices"), Axes.All(starts.Length), op.Ints("strides")));
    }
}
