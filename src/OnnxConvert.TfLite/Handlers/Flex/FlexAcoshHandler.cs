
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's Acosh → Acosh: the inverse hyperbolic cosine.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexAcosh")]
internal sealed class FlexAcoshHandler() : UnaryHandler("Acosh");
