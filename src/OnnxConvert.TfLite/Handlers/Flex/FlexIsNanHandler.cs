using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's IsNan → IsNaN.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexIsNan")]
internal sealed class FlexIsNanHandler : IOpHandler
{
    public void Convert(OpContext op) => op.RawResult(0, op.Emit.Node("IsNaN", [op.Real(0)]));
}
