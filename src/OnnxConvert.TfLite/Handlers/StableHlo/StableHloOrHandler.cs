
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>STABLEHLO_OR → Or of bools, BitwiseOr of integers: what holds in one of the two, or the bits that are set in one of them.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.StableHloOr, Restrictions = "integers need opset 11")]
internal sealed class StableHloOrHandler() : StableHloLogicHandler("Or", "BitwiseOr");
