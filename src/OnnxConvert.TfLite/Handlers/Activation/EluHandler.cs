using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>ELU → Elu with alpha 1: negative elements become e^x - 1.</summary>
/// <remarks>Elu: 6 → 22 (bfloat16).</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Elu)]
[OpHandler(TfLiteOps.CustomDomain, "FlexElu")]
internal sealed class EluHandler : IOpHandler
{
    public void Convert(OpContext op) => op.Result(0, op.Emit.Unary("Elu", op.Real(0)));
}
