
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>STABLEHLO_EXPONENTIAL → Exp: e to the power of x.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.StableHloExponential)]
internal sealed class StableHloExponentialHandler() : UnaryHandler("Exp");
