using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>STABLEHLO_DYNAMIC_UPDATE_SLICE → ScatterND: a tensor with a box of it replaced. Inputs tensor, update, a scalar for each dimension; the start is moved so that the box fits.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.StableHloDynamicUpdateSlice, MinOpset = 11, Restrictions = "the sizes of both tensors must be known")]
internal sealed class StableHloDynamicUpdateSliceHandler : IOpHandler
{
    public void Convert(OpContext op) => DynamicUpdateSliceHandler.Update(op, () => op.Starts(2, op.Rank(0)));
}
