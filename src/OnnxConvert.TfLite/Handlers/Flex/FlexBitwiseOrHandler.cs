
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's BitwiseOr → BitwiseOr: the bits that either has.</summary>
/// <remarks>BitwiseOr: 18; before, it is written bit by bit.</remarks>
[OpHandler(TfLiteOps.CustomDomain, "FlexBitwiseOr", MinOpset = 11)]
internal sealed class FlexBitwiseOrHandler() : BitwiseHandler("BitwiseOr");
