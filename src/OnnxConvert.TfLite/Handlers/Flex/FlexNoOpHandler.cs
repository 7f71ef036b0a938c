using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's NoOp, Assert, which only stops what would go wrong, and PrintV2: nothing is left of them.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexNoOp")]
[OpHandler(TfLiteOps.CustomDomain, "FlexAssert")]
[OpHandler(TfLiteOps.CustomDomain, "FlexControlTrigger")]
[OpHandler(TfLiteOps.CustomDomain, "FlexPrintV2")]
internal sealed class FlexNoOpHandler : IOpHandler
{
    public void Convert(OpContext op) => op.Remark("left out: it gives nothing");
}
