using OnnxConvert.Extensibility;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>PRELU → PRelu: negative elements times alpha, which broadcasts to the shape of the input.</summary>
/// <remarks>PRelu: 7 (broadcasting) → 9 (integers) → 16 (bfloat16).</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.PRelu)]
internal sealed class PReluHandler : IOpHandler
{
    public void Convert(OpContext op) => op.Result(0, op.Emit.Binary("PRelu", op.Real(0), op.Real(1)));
}
