using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>STABLEHLO_SELECT → Where: elements of the second input where the condition holds, else of the third. The condition is a scalar or has their shape.</summary>
/// <remarks>Where: 9 → 16 (bfloat16).</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.StableHloSelect)]
internal sealed class StableHloSelectHandler : IOpHandler
{
    public void Convert(OpContext op) =>
        op.StoredResult(0, op.Emit.Where(op.Raw(0), op.Stored(1, 1, 2), op.Stored(2, 1, 2)), 1, 2);
}
