using OnnxConvert.Extensibility;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>LOGISTIC → Sigmoid: 1 / (1 + e^-x).</summary>
/// <remarks>A quantized output has scale 1/256, which takes all results in.</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Logistic)]
[OpHandler(TfLiteOps.CustomDomain, "FlexSigmoid")]
internal sealed class LogisticHandler : IOpHandler
{
    public void Convert(OpContext op) => op.BoundedResult(0, op.Emit.Unary("Sigmoid", op.Real(0)));
}
