
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's Erf → Erf: the error function.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexErf")]
internal sealed class FlexErfHandler() : UnaryHandler("Erf");
