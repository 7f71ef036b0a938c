
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>REDUCE_ALL → ReduceMin: whether all elements over axes are true, 0 being less than 1.</summary>
/// <remarks>ReduceMin: 1 → 12 (bytes) → 18 (axes as input) → 20 (bool).</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.ReduceAll, Restrictions = "computed axes need opset 13, and below 18 a known rank")]
[OpHandler(TfLiteOps.CustomDomain, "FlexAll", Restrictions = "computed axes need opset 13, and below 18 a known rank")]
internal sealed class ReduceAllHandler() : StoredReductionHandler("ReduceMin");
