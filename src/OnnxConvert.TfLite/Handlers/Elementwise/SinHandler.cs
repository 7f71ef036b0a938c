
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>SIN → Sin: the sine of an angle in radians.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Sin)]
internal sealed class SinHandler() : UnaryHandler("Sin");
