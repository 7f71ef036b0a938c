using OnnxConvert.Extensibility;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>EXP → Exp: e to the power of each element.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Exp)]
[OpHandler(TfLiteOps.CustomDomain, "FlexExp")]
internal sealed class ExpHandler() : UnaryHandler("Exp");
