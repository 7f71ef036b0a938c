
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>ARG_MIN → ArgMin.</summary>
/// <remarks>ArgMin: 1 → 11 (negative axes) → 12 (select_last_index) → 13 (bfloat16).</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.ArgMin)]
[OpHandler(TfLiteOps.CustomDomain, "FlexArgMin")]
internal sealed class ArgMinHandler() : ArgHandler("ArgMin", double.NegativeInfinity);
