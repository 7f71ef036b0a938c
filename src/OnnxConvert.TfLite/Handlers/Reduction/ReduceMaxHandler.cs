
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>REDUCE_MAX → ReduceMax: the largest element over axes.</summary>
/// <remarks>ReduceMax: 1 → 12 (bytes) → 18 (axes as input) → 20 (bool).</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.ReduceMax, Restrictions = "computed axes need opset 13, and below 18 a known rank")]
[OpHandler(TfLiteOps.CustomDomain, "FlexMax", Restrictions = "computed axes need opset 13, and below 18 a known rank")]
internal sealed class ReduceMaxHandler() : StoredReductionHandler("ReduceMax");
