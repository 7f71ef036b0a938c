
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>STABLEHLO_FLOOR → Floor: the next integer below.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.StableHloFloor)]
internal sealed class StableHloFloorHandler() : UnaryHandler("Floor");
