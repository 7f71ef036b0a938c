
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>Decompositions of matrices.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexSvd", Restrictions = "refused: " + DecompositionHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexQr", Restrictions = "refused: " + DecompositionHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexCholesky", Restrictions = "refused: " + DecompositionHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexLu", Restrictions = "refused: " + DecompositionHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexEig", Restrictions = "refused: " + DecompositionHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexSelfAdjointEigV2", Restrictions = "refused: " + DecompositionHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexMatrixExponential", Restrictions = "refused: " + DecompositionHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexMatrixLogarithm", Restrictions = "refused: " + DecompositionHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexMatrixSquareRoot", Restrictions = "refused: " + DecompositionHandler.Reason)]
[OpHandler(TfLiteOps.CustomDomain, "FlexMatrixSolveLs", Restrictions = "refused: " + DecompositionHandler.Reason)]
internal sealed class DecompositionHandler() : RefusedHandler(Reason)
{
    internal const string Reason = "ONNX has no decompositions of matrices";
}
