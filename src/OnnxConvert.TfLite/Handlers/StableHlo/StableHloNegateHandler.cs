
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>STABLEHLO_NEGATE → Neg: the negative.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.StableHloNegate)]
internal sealed class StableHloNegateHandler() : UnaryHandler("Neg");
