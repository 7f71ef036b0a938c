
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>REDUCE_ANY → ReduceMax: whether an element over axes is true, 1 being more than 0.</summary>
/// <remarks>ReduceMax: 1 → 12 (bytes) → 18 (axes as input) → 20 (bool).</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.ReduceAny, Restrictions = "computed axes need opset 13, and below 18 a known rank")]
[OpHandler(TfLiteOps.CustomDomain, "FlexAny", Restrictions = "computed axes need opset 13, and below 18 a known rank")]
internal sealed class ReduceAnyHandler() : StoredReductionHandler("ReduceMax");
