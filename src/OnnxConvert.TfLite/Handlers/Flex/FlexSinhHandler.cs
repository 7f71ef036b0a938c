
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's Sinh → Sinh: the hyperbolic sine.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexSinh")]
[OpHandler(TfLiteOps.CustomDomain, "Sinh")]
internal sealed class FlexSinhHandler() : UnaryHandler("Sinh");
