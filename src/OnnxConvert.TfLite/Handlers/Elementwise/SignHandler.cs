
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>SIGN → Sign: -1, 0 or 1.</summary>
/// <remarks>Sign: 9 → 13 (bfloat16). NaN stays NaN in TFLite; ONNX does not say.</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Sign)]
[OpHandler(TfLiteOps.CustomDomain, "FlexSign")]
internal sealed class SignHandler() : UnaryHandler("Sign");
