using OnnxConvert.Extensibility;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>MUL → Mul: the product.</summary>
/// <remarks>Mul: 7 (broadcasting) → 13 (bfloat16) → 14 (8-bit and 16-bit integers).</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Mul)]
[OpHandler(TfLiteOps.CustomDomain, "FlexMul")]
internal sealed class MulHandler() : BinaryHandler("Mul");
