using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's IsInf → IsInf: infinities of either sign.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexIsInf", MinOpset = 10)]
internal sealed class FlexIsInfHandler : IOpHandler
{
    public void Convert(OpContext op) => op.RawResult(0, op.Emit.Node("IsInf", [op.Real(0)]));
}
