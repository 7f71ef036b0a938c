using OnnxConvert.Extensibility;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TANH → Tanh: the hyperbolic tangent.</summary>
/// <remarks>A quantized output has scale 1/128, which takes all results in.</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Tanh)]
[OpHandler(TfLiteOps.CustomDomain, "FlexTanh")]
internal sealed class TanhHandler : IOpHandler
{
    public void Convert(OpContext op) => op.BoundedResult(0, op.Emit.Unary("Tanh", op.Real(0)));
}
