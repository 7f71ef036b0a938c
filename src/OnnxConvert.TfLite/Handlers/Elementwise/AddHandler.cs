
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>ADD → Add: the sum.</summary>
/// <remarks>Add: 7 (broadcasting) → 13 (bfloat16) → 14 (8-bit and 16-bit integers).</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Add)]
[OpHandler(TfLiteOps.CustomDomain, "FlexAdd")]
[OpHandler(TfLiteOps.CustomDomain, "FlexAddV2")]
internal sealed class AddHandler() : BinaryHandler("Add");
