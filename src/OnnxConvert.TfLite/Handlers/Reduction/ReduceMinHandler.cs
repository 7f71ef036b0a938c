
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>REDUCE_MIN → ReduceMin: the smallest element over axes.</summary>
/// <remarks>ReduceMin: 1 → 12 (bytes) → 18 (axes as input) → 20 (bool).</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.ReduceMin, Restrictions = "computed axes need opset 13, and below 18 a known rank")]
[OpHandler(TfLiteOps.CustomDomain, "FlexMin", Restrictions = "computed axes need opset 13, and below 18 a known rank")]
internal sealed class ReduceMinHandler() : StoredReductionHandler("ReduceMin");
