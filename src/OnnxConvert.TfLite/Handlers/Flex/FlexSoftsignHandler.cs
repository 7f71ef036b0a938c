
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's Softsign → Softsign: x / (1 + |x|).</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexSoftsign")]
internal sealed class FlexSoftsignHandler() : UnaryHandler("Softsign");
