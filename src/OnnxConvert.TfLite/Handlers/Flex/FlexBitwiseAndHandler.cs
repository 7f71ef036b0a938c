using OnnxConvert.Extensibility;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's BitwiseAnd → BitwiseAnd: the bits that both have.</summary>
/// <remarks>BitwiseAnd: 18; before, it is computed bit by bit.</remarks>
[OpHandler(TfLiteOps.CustomDomain, "FlexBitwiseAnd", MinOpset = 10, Restrictions = "64 bits need opset 18")]
internal sealed class FlexBitwiseAndHandler() : BitwiseHandler("BitwiseAnd", "Min");
