
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's Asinh → Asinh: the inverse hyperbolic sine.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexAsinh")]
internal sealed class FlexAsinhHandler() : UnaryHandler("Asinh");
