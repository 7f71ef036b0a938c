
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>STABLEHLO_MAXIMUM → Max: the larger of two elements; of bools Or.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.StableHloMaximum)]
internal sealed class StableHloMaximumHandler() : StableHloExtremumHandler("Max", "Or", "Less");
