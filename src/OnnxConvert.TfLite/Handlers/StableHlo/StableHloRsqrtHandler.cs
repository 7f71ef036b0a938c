using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>STABLEHLO_RSQRT → Reciprocal of Sqrt: one over the square root.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.StableHloRsqrt)]
internal sealed class StableHloRsqrtHandler : IOpHandler
{
    public void Convert(OpContext op) =>
        op.Result(0, op.Emit.Unary("Reciprocal", op.Emit.Unary("Sqrt", op.Real(0))));
}
