
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>STABLEHLO_POWER → Pow: the first input to the power of the second.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.StableHloPower)]
internal sealed class StableHloPowerHandler() : BinaryHandler("Pow");
