
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's BitwiseAnd → BitwiseAnd: the bits that both have.</summary>
/// <remarks>BitwiseAnd: 18; before, it is written bit by bit.</remarks>
[OpHandler(TfLiteOps.CustomDomain, "FlexBitwiseAnd", MinOpset = 11)]
internal sealed class FlexBitwiseAndHandler() : BitwiseHandler("BitwiseAnd");
