using OnnxConvert.Extensibility;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's NoOp, and Assert, which only stops what would go wrong: nothing is left of them.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexNoOp")]
[OpHandler(TfLiteOps.CustomDomain, "FlexAssert")]
internal sealed class FlexNoOpHandler : IOpHandler
{
    public void Convert(OpContext op) => op.Remark("left out: it gives nothing");
}
