
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>CEIL → Ceil: the next integer above.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Ceil)]
[OpHandler(TfLiteOps.CustomDomain, "FlexCeil")]
internal sealed class CeilHandler() : UnaryHandler("Ceil");
