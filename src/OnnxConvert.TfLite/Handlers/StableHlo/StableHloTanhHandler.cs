
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>STABLEHLO_TANH → Tanh: the hyperbolic tangent.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.StableHloTanh)]
internal sealed class StableHloTanhHandler() : UnaryHandler("Tanh");
