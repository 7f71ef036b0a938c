
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's Sin → Sin.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexSin")]
internal sealed class FlexSinHandler() : FlexCircularHandler("Sin", "Cos", isNegative: false);
