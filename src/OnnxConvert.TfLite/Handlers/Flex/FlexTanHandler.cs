
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's Tan → Tan: the tangent of an angle in radians.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexTan")]
internal sealed class FlexTanHandler() : UnaryHandler("Tan");
