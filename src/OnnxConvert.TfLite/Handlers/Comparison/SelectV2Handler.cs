using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>SELECT_V2 → Where: elements of the second input where the condition holds, else of the third; all broadcast.</summary>
/// <remarks>Where: 9 → 16 (bfloat16).</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.SelectV2)]
[OpHandler(TfLiteOps.CustomDomain, "FlexSelectV2")]
internal sealed class SelectV2Handler : IOpHandler
{
    public void Convert(OpContext op) =>
        op.StoredResult(0, op.Emit.Where(op.Raw(0), op.Stored(1, 1, 2), op.Stored(2, 1, 2)), 1, 2);
}
