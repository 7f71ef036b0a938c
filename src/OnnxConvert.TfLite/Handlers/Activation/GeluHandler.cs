using OnnxConvert.Extensibility;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>GELU → Gelu: x times the normal distribution's cumulative function, or the approximation of it by tanh.</summary>
/// <remarks>Gelu: 20.</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Gelu)]
internal sealed class GeluHandler : IOpHandler
{
    public void Convert(OpContext op) => op.Result(0, op.Emit.Gelu(op.Real(0), op.Flag("approximate")));
}
