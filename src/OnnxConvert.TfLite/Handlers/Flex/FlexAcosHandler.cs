
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's Acos → Acos: the angle of a cosine.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexAcos")]
internal sealed class FlexAcosHandler() : UnaryHandler("Acos");
