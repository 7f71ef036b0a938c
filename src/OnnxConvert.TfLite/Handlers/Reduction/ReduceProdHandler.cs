
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>REDUCE_PROD → ReduceProd: the product over axes.</summary>
/// <remarks>ReduceProd: 1 → 18 (axes as input).</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.ReduceProd, Restrictions = "computed axes need opset 13, and below 18 a known rank")]
[OpHandler(TfLiteOps.CustomDomain, "FlexProd", Restrictions = "computed axes need opset 13, and below 18 a known rank")]
internal sealed class ReduceProdHandler() : RealReductionHandler("ReduceProd");
