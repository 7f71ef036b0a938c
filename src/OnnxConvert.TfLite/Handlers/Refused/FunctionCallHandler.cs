
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's operators that run a function.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexPartitionedCall", Restrictions = "refused: " + FunctionCallHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexStatefulPartitionedCall", Restrictions = "refused: " + FunctionCallHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexWhile", Restrictions = "refused: " + FunctionCallHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexStatelessWhile", Restrictions = "refused: " + FunctionCallHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexIf", Restrictions = "refused: " + FunctionCallHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexStatelessIf", Restrictions = "refused: " + FunctionCallHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexCase", Restrictions = "refused: " + FunctionCallHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexStatelessCase", Restrictions = "refused: " + FunctionCallHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexFor", Restrictions = "refused: " + FunctionCallHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexMapDefun", Restrictions = "refused: " + FunctionCallHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexSymbolicGradient", Restrictions = "refused: " + FunctionCallHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexRemoteCall", Restrictions = "refused: " + FunctionCallHandler.Reason)]
internal sealed class FunctionCallHandler() : RefusedHandler(Reason)
{
    internal const string Reason = "it runs a function by its name, and TFLite files hold no TensorFlow functions; convert with control flow as TFLite's own operators";
}
