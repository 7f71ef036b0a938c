
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's Reciprocal → Reciprocal: 1 / x.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexReciprocal")]
[OpHandler(TfLiteOps.CustomDomain, "FlexInv")]
internal sealed class FlexReciprocalHandler() : UnaryHandler("Reciprocal");
