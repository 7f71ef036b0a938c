
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's Atanh → Atanh: the inverse hyperbolic tangent.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexAtanh")]
internal sealed class FlexAtanhHandler() : UnaryHandler("Atanh");
