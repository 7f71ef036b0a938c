
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>POW → Pow: the first input to the power of the second.</summary>
/// <remarks>A negative exponent of integers is an error in TFLite. Pow: 7 (broadcasting) → 12 (integers) → 13 → 15 (bfloat16).</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Pow)]
[OpHandler(TfLiteOps.CustomDomain, "FlexPow")]
internal sealed class PowHandler() : BinaryHandler("Pow");
