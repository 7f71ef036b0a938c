
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>STABLEHLO_ABS → Abs: the magnitude.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.StableHloAbs)]
internal sealed class StableHloAbsHandler() : UnaryHandler("Abs");
