
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>Random numbers of distributions for which ONNX has no generator.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexRandomGamma", Restrictions = "refused: " + RejectionSamplingHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexRandomPoisson", Restrictions = "refused: " + RejectionSamplingHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexRandomPoissonV2", Restrictions = "refused: " + RejectionSamplingHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexParameterizedTruncatedNormal", Restrictions = "refused: " + RejectionSamplingHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexStatelessTruncatedNormal", Restrictions = "refused: " + RejectionSamplingHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexStatelessTruncatedNormalV2", Restrictions = "refused: " + RejectionSamplingHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexStatelessRandomGammaV2", Restrictions = "refused: " + RejectionSamplingHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexStatelessRandomPoisson", Restrictions = "refused: " + RejectionSamplingHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexStatelessRandomBinomial", Restrictions = "refused: " + RejectionSamplingHandler.Reason)]
internal sealed class RejectionSamplingHandler() : RefusedHandler(Reason)
{
    internal const string Reason = "ONNX has no generator for this distribution, and how many numbers must be drawn is open until they are";
}
