
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>ABS → Abs: the magnitude.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Abs)]
[OpHandler(TfLiteOps.CustomDomain, "FlexAbs")]
internal sealed class AbsHandler() : UnaryHandler("Abs");
