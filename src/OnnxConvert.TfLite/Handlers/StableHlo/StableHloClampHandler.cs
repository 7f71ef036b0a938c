using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>STABLEHLO_CLAMP → Max, Min: the second input, at least the first and at most the third. Limits are scalars or have its shape.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.StableHloClamp)]
internal sealed class StableHloClampHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Value limited = op.Emit.Max(op.Stored(1, 0, 1, 2), op.Stored(0, 0, 1, 2));
        op.StoredResult(0, op.Emit.Min(limited, op.Stored(2, 0, 1, 2)), 0, 1, 2);
    }
}
