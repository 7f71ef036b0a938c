
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>SQRT → Sqrt: the square root.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Sqrt)]
[OpHandler(TfLiteOps.CustomDomain, "FlexSqrt")]
internal sealed class SqrtHandler() : UnaryHandler("Sqrt");
