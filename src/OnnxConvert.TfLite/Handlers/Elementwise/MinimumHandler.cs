
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>MINIMUM → Min: the smaller of two elements.</summary>
/// <remarks>Min: 8 (broadcasting) → 12 (integers) → 13 (bfloat16).</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Minimum)]
[OpHandler(TfLiteOps.CustomDomain, "FlexMinimum")]
internal sealed class MinimumHandler() : StoredBinaryHandler("Min");
