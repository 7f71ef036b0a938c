
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>MAXIMUM → Max: the larger of two elements.</summary>
/// <remarks>Max: 8 (broadcasting) → 12 (integers) → 13 (bfloat16).</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Maximum)]
[OpHandler(TfLiteOps.CustomDomain, "FlexMaximum")]
internal sealed class MaximumHandler() : StoredBinaryHandler("Max");
