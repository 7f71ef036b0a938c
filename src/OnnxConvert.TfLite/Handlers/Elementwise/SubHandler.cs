
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>SUB → Sub: the difference.</summary>
/// <remarks>Sub: 7 (broadcasting) → 13 (bfloat16) → 14 (8-bit and 16-bit integers).</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Sub)]
[OpHandler(TfLiteOps.CustomDomain, "FlexSub")]
internal sealed class SubHandler() : BinaryHandler("Sub");
