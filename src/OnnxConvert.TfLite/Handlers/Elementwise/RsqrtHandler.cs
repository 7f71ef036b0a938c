using OnnxConvert.Extensibility;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>RSQRT → Reciprocal of Sqrt: one over the square root.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Rsqrt)]
[OpHandler(TfLiteOps.CustomDomain, "FlexRsqrt")]
internal sealed class RsqrtHandler : IOpHandler
{
    public void Convert(OpContext op) =>
        op.Result(0, op.Emit.Unary("Reciprocal", op.Emit.Unary("Sqrt", op.Real(0))));
}
