
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>NOT_EQUAL → Not of Equal.</summary>
/// <remarks>Equal: 7 (broadcasting) → 11 (real numbers) → 13 (bfloat16) → 19 (strings).</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.NotEqual)]
[OpHandler(TfLiteOps.CustomDomain, "FlexNotEqual")]
internal sealed class NotEqualHandler() : ComparisonHandler("Equal", negated: true);
