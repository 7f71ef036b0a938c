
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's StatelessRandomNormalV2.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexStatelessRandomNormalV2", MinOpset = 11, Restrictions = "float")]
internal sealed class FlexStatelessRandomNormalV2Handler() : StatelessNormalHandler(hasKey: true);
