
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>STABLEHLO_MINIMUM → Min: the smaller of two elements; of bools And.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.StableHloMinimum)]
internal sealed class StableHloMinimumHandler() : StableHloExtremumHandler("Min", "And", "Greater");
