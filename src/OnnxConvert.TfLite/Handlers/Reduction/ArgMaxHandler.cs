
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>ARG_MAX → ArgMax.</summary>
/// <remarks>ArgMax: 1 → 11 (negative axes) → 12 (select_last_index) → 13 (bfloat16).</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.ArgMax)]
[OpHandler(TfLiteOps.CustomDomain, "FlexArgMax")]
internal sealed class ArgMaxHandler() : ArgHandler("ArgMax", double.PositiveInfinity);
