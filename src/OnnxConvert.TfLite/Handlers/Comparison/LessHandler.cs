
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>LESS → Less.</summary>
/// <remarks>Less: 7 (broadcasting) → 9 (integers) → 13 (bfloat16).</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Less)]
[OpHandler(TfLiteOps.CustomDomain, "FlexLess")]
internal sealed class LessHandler() : ComparisonHandler("Less");
