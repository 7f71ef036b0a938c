
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's Cosh → Cosh: the hyperbolic cosine.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexCosh")]
internal sealed class FlexCoshHandler() : UnaryHandler("Cosh");
