
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>STABLEHLO_COSINE → Cos: the cosine of an angle in radians.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.StableHloCosine)]
internal sealed class StableHloCosineHandler() : UnaryHandler("Cos");
