using OnnxConvert.Extensibility;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>ABS → Abs: the magnitude.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Abs)]
internal sealed class AbsHandler() : UnaryHandler("Abs");
