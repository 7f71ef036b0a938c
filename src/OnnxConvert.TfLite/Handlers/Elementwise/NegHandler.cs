using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>NEG → Neg: the negative.</summary>
/// <remarks>The kernels negate the stored integers of a quantized tensor, whatever its scale and zero point.</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Neg)]
[OpHandler(TfLiteOps.CustomDomain, "FlexNeg")]
internal sealed class NegHandler : IOpHandler
{
    public void Convert(OpContext op) => op.DeclaredResult(0, op.Emit.Unary("Neg", op.Declared(0)));
}
