using OnnxConvert.Extensibility;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>BITWISE_XOR → BitwiseXor: the bits that differ.</summary>
/// <remarks>BitwiseXor: 18; before, it is computed bit by bit.</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.BitwiseXor, MinOpset = 10, Restrictions = "64 bits need opset 18")]
[OpHandler(TfLiteOps.CustomDomain, "FlexBitwiseXor", MinOpset = 10, Restrictions = "64 bits need opset 18")]
internal sealed class BitwiseXorHandler() : BitwiseHandler("BitwiseXor", "Sub");
