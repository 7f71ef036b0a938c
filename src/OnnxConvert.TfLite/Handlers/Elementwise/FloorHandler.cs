
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>FLOOR → Floor: the next integer below.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Floor)]
[OpHandler(TfLiteOps.CustomDomain, "FlexFloor")]
internal sealed class FloorHandler() : UnaryHandler("Floor");
