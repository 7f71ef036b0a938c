using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TOPK_V2 → TopK: the k largest elements along the last axis in falling order, and their indices.</summary>
/// <remarks>Of equal elements the one with the lower index comes first, in both.</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.TopKV2)]
[OpHandler(TfLiteOps.CustomDomain, "FlexTopKV2")]
internal sealed class TopKV2Handler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Value k = op.Emit.Reshape(op.Emit.Cast(op.Declared(1), ElementType.Int64), 1);
        (Value values, Value indices) = op.Emit.TopK(op.Raw(0), k, op.Rank(0) - 1);
        op.RawResult(0, values);
        op.RawResult(1, op.Emit.Cast(indices, op.OutputType(1)));
    }
}
