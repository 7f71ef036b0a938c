
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>GREATER_EQUAL → GreaterOrEqual.</summary>
/// <remarks>GreaterOrEqual: 12 → 16 (bfloat16).</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.GreaterEqual)]
[OpHandler(TfLiteOps.CustomDomain, "FlexGreaterEqual")]
internal sealed class GreaterEqualHandler() : ComparisonHandler("GreaterOrEqual");
