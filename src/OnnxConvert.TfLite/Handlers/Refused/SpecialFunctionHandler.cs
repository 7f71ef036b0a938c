
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>Functions of mathematics that ONNX has not.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexLgamma", Restrictions = "refused: " + SpecialFunctionHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexDigamma", Restrictions = "refused: " + SpecialFunctionHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexPolygamma", Restrictions = "refused: " + SpecialFunctionHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexZeta", Restrictions = "refused: " + SpecialFunctionHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexIgamma", Restrictions = "refused: " + SpecialFunctionHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexIgammac", Restrictions = "refused: " + SpecialFunctionHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexBetainc", Restrictions = "refused: " + SpecialFunctionHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexErfinv", Restrictions = "refused: " + SpecialFunctionHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexNdtri", Restrictions = "refused: " + SpecialFunctionHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexBesselI0", Restrictions = "refused: " + SpecialFunctionHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexBesselI0e", Restrictions = "refused: " + SpecialFunctionHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexBesselI1", Restrictions = "refused: " + SpecialFunctionHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexBesselI1e", Restrictions = "refused: " + SpecialFunctionHandler.Reason)]
internal sealed class SpecialFunctionHandler() : RefusedHandler(Reason)
{
    internal const string Reason = "ONNX has no such function, and none that it could be made of exactly";
}
