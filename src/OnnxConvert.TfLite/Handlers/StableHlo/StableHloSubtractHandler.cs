
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>STABLEHLO_SUBTRACT → Sub: the difference.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.StableHloSubtract)]
internal sealed class StableHloSubtractHandler() : BinaryHandler("Sub");
