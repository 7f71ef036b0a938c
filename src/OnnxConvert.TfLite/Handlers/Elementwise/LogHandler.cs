using OnnxConvert.Extensibility;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>LOG → Log: the natural logarithm.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Log)]
internal sealed class LogHandler() : UnaryHandler("Log");
