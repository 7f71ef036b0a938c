using OnnxConvert.Extensibility;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>GREATER_EQUAL → GreaterOrEqual.</summary>
/// <remarks>GreaterOrEqual: 12 → 16 (bfloat16).</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.GreaterEqual)]
internal sealed class GreaterEqualHandler() : ComparisonHandler("GreaterOrEqual");
