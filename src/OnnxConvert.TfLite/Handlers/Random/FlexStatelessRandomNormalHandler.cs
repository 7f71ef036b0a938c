
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's StatelessRandomNormal.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexStatelessRandomNormal", MinOpset = 11, Restrictions = "float")]
internal sealed class FlexStatelessRandomNormalHandler() : StatelessNormalHandler(hasKey: false);
