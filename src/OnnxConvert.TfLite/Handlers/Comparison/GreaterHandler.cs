
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>GREATER → Greater.</summary>
/// <remarks>Greater: 7 (broadcasting) → 9 (integers) → 13 (bfloat16).</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Greater)]
[OpHandler(TfLiteOps.CustomDomain, "FlexGreater")]
internal sealed class GreaterHandler() : ComparisonHandler("Greater");
