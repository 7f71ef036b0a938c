
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>LOGISTIC → Sigmoid: 1 / (1 + e^-x).</summary>
/// <remarks>A quantized output has scale 1/256, or 2^-15 of int16.</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Logistic)]
[OpHandler(TfLiteOps.CustomDomain, "FlexSigmoid")]
internal sealed class LogisticHandler() : SigmoidalHandler("Sigmoid", Int16Sigmoid.Logistic);
