using OnnxConvert.Extensibility;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's BitwiseAnd → BitwiseAnd: the bits that both have.</summary>
/// <remarks>BitwiseAnd: 18.</remarks>
[OpHandler(TfLiteOps.CustomDomain, "FlexBitwiseAnd", MinOpset = 18)]
internal sealed class FlexBitwiseAndHandler() : BitwiseHandler("BitwiseAnd");
