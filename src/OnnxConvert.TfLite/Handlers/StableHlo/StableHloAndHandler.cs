
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>STABLEHLO_AND → And of bools, BitwiseAnd of integers: what holds in both, or the bits that are set in both.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.StableHloAnd, Restrictions = "integers need opset 11")]
internal sealed class StableHloAndHandler() : StableHloLogicHandler("And", "BitwiseAnd");
