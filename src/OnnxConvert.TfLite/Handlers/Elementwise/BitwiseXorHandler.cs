using OnnxConvert.Extensibility;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>BITWISE_XOR → BitwiseXor: the bits that differ.</summary>
/// <remarks>BitwiseXor: 18.</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.BitwiseXor, MinOpset = 18)]
[OpHandler(TfLiteOps.CustomDomain, "FlexBitwiseXor", MinOpset = 18)]
internal sealed class BitwiseXorHandler() : BitwiseHandler("BitwiseXor");
