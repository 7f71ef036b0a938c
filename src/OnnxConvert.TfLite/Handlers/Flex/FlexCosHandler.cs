
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's Cos → Cos.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexCos")]
internal sealed class FlexCosHandler() : FlexCircularHandler("Cos", "Sin", isNegative: true);
