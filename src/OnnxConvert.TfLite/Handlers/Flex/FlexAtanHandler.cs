
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's Atan → Atan: the angle of a tangent.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexAtan")]
internal sealed class FlexAtanHandler() : UnaryHandler("Atan");
