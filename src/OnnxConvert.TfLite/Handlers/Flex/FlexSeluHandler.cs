
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's Selu → Selu: the scaled exponential linear unit, with the constants that both define.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexSelu")]
internal sealed class FlexSeluHandler() : UnaryHandler("Selu");
