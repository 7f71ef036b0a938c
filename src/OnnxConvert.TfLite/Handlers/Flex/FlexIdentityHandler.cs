using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's Identity and the operators that are one outside of training or checking → Identity.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexIdentity")]
[OpHandler(TfLiteOps.CustomDomain, "FlexIdentityN")]
[OpHandler(TfLiteOps.CustomDomain, "FlexStopGradient")]
[OpHandler(TfLiteOps.CustomDomain, "FlexPreventGradient")]
[OpHandler(TfLiteOps.CustomDomain, "FlexSnapshot")]
[OpHandler(TfLiteOps.CustomDomain, "FlexEnsureShape")]
[OpHandler(TfLiteOps.CustomDomain, "FlexPlaceholderWithDefault")]
[OpHandler(TfLiteOps.CustomDomain, "FlexCheckNumerics")]
[OpHandler(TfLiteOps.CustomDomain, "FlexPrint")]
[OpHandler(TfLiteOps.CustomDomain, "FlexDebugGradientIdentity")]
[OpHandler(TfLiteOps.CustomDomain, "FlexDeepCopy")]
[OpHandler(TfLiteOps.CustomDomain, "FlexCheckNumericsV2")]
internal sealed class FlexIdentityHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        for (int i = 0; i < op.OutputCount; i++)
            op.RawResult(i, op.Emit.Identity(op.Raw(i)));
    }
}
