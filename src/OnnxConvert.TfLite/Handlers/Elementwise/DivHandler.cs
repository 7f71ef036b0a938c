
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>DIV → Div: the quotient; integers truncate toward zero in both.</summary>
/// <remarks>Div: 7 (broadcasting) → 13 (bfloat16) → 14 (8-bit and 16-bit integers).</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Div)]
[OpHandler(TfLiteOps.CustomDomain, "FlexRealDiv")]
[OpHandler(TfLiteOps.CustomDomain, "FlexDiv")]
internal sealed class DivHandler() : BinaryHandler("Div");
