
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>STABLEHLO_DIVIDE → Div: the quotient; integers truncate toward zero.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.StableHloDivide)]
internal sealed class StableHloDivideHandler() : BinaryHandler("Div");
