using OnnxConvert.Extensibility;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's BitwiseOr → BitwiseOr: the bits that either has.</summary>
/// <remarks>BitwiseOr: 18; before, it is computed bit by bit.</remarks>
[OpHandler(TfLiteOps.CustomDomain, "FlexBitwiseOr", MinOpset = 10, Restrictions = "64 bits need opset 18")]
internal sealed class FlexBitwiseOrHandler() : BitwiseHandler("BitwiseOr", "Max");
