using OnnxConvert.Extensibility;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>REDUCE_PROD → ReduceProd: the product over axes.</summary>
/// <remarks>ReduceProd: 1 → 18 (axes as input).</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.ReduceProd, Restrictions = "computed axes need opset 18")]
[OpHandler(TfLiteOps.CustomDomain, "FlexProd", Restrictions = "computed axes need opset 18")]
internal sealed class ReduceProdHandler() : RealReductionHandler("ReduceProd");
