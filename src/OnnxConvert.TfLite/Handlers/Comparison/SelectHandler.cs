using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>SELECT → Where: elements of the second input where the condition holds, else of the third.</summary>
/// <remarks>The condition has the shape of both, or is a scalar, or a vector along the first dimension. Where: 9 → 16 (bfloat16).</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Select)]
[OpHandler(TfLiteOps.CustomDomain, "FlexSelect")]
internal sealed class SelectHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Value condition = op.Raw(0);
        if (op.Rank(0) == 1 && op.Rank(1) > 1)
            condition = op.Emit.Unsqueeze(condition, [.. Enumerable.Range(1, op.Rank(1) - 1).Select(axis => (long)axis)]);
        op.StoredResult(0, op.Emit.Where(condition, op.Stored(1, 1, 2), op.Stored(2, 1, 2)), 1, 2);
    }
}
