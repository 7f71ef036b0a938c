
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TANH → Tanh: the hyperbolic tangent.</summary>
/// <remarks>A quantized output has scale 1/128, or 2^-15 of int16.</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Tanh)]
[OpHandler(TfLiteOps.CustomDomain, "FlexTanh")]
internal sealed class TanhHandler() : SigmoidalHandler("Tanh", Int16Sigmoid.Tanh);
