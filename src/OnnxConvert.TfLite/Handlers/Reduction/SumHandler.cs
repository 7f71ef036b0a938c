
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>SUM → ReduceSum: the sum over axes.</summary>
/// <remarks>ReduceSum: 1 → 13 (axes as input).</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Sum, Restrictions = "computed axes need opset 13")]
[OpHandler(TfLiteOps.CustomDomain, "FlexSum", Restrictions = "computed axes need opset 13")]
internal sealed class SumHandler() : RealReductionHandler("ReduceSum");
