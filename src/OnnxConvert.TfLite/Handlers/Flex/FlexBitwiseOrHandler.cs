using OnnxConvert.Extensibility;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's BitwiseOr → BitwiseOr: the bits that either has.</summary>
/// <remarks>BitwiseOr: 18.</remarks>
[OpHandler(TfLiteOps.CustomDomain, "FlexBitwiseOr", MinOpset = 18)]
internal sealed class FlexBitwiseOrHandler() : BitwiseHandler("BitwiseOr");
