using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's Cumprod → Scan: the running product along an axis.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexCumprod", Restrictions = "the axis must be constant")]
internal sealed class FlexCumprodHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        int rank = op.Rank(0);
        int axis = op.Axis(op.RequireInts(1, "the axis")[0], rank);
        int[] order = [axis, .. Enumerable.Range(0, rank).Where(other => other != axis)];
        int[] back = [.. Enumerable.Range(0, rank).Select(dimension => Array.IndexOf(order, dimension))];
        Value x = op.Emit.Transpose(op.Real(0), order);
        op.Result(0, op.Emit.Transpose(RunningProduct.Along(op.Emit, x, op.Flag("exclusive"), op.Flag("reverse")), back));
    }
}
