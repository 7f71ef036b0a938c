
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>EQUAL → Equal.</summary>
/// <remarks>Equal: 7 (broadcasting) → 11 (real numbers) → 13 (bfloat16) → 19 (strings).</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Equal)]
[OpHandler(TfLiteOps.CustomDomain, "FlexEqual")]
internal sealed class EqualHandler() : ComparisonHandler("Equal");
