using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's Rint → Round: the nearest integer, halves to the even one.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexRint")]
internal sealed class FlexRintHandler : IOpHandler
{
    public void Convert(OpContext op) => op.Result(0, op.Emit.Round(op.Real(0)));
}
