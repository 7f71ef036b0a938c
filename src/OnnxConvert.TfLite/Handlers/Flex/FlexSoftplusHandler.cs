
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's Softplus → Softplus: log(1 + e^x).</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexSoftplus")]
internal sealed class FlexSoftplusHandler() : UnaryHandler("Softplus");
