
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>COS → Cos: the cosine of an angle in radians.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Cos)]
internal sealed class CosHandler() : UnaryHandler("Cos");
