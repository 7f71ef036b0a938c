using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's StatelessRandomGetAlg → a constant: the number of the algorithm.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexStatelessRandomGetAlg")]
internal sealed class FlexStatelessRandomGetAlgHandler : IOpHandler
{
    public void Convert(OpContext op) => op.DeclaredResult(0, op.Emit.Const(FlexStatelessRandomGetKeyCounterHandler.Philox));
}
