
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>LESS_EQUAL → LessOrEqual.</summary>
/// <remarks>LessOrEqual: 12 → 16 (bfloat16).</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.LessEqual)]
[OpHandler(TfLiteOps.CustomDomain, "FlexLessEqual")]
internal sealed class LessEqualHandler() : ComparisonHandler("LessOrEqual");
