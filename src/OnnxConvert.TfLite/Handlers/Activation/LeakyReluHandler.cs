using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>LEAKY_RELU → LeakyRelu: negative elements times alpha.</summary>
/// <remarks>LeakyRelu: 6 → 16 (bfloat16).</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.LeakyRelu)]
internal sealed class LeakyReluHandler : IOpHandler
{
    public void Convert(OpContext op) =>
        op.Result(0, op.Emit.Unary("LeakyRelu", op.Real(0), new NodeAttribute("alpha", op.Float("alpha"))));
}
