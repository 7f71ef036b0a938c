
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>STABLEHLO_LOG → Log: the natural logarithm.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.StableHloLog)]
internal sealed class StableHloLogHandler() : UnaryHandler("Log");
