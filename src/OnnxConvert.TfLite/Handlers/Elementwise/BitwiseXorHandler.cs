
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>BITWISE_XOR → BitwiseXor: the bits that differ.</summary>
/// <remarks>BitwiseXor: 18; before, it is written bit by bit.</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.BitwiseXor, MinOpset = 11)]
[OpHandler(TfLiteOps.CustomDomain, "FlexBitwiseXor", MinOpset = 11)]
internal sealed class BitwiseXorHandler() : BitwiseHandler("BitwiseXor");
