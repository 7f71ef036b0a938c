
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's StatelessRandomUniformIntV2.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexStatelessRandomUniformIntV2", MinOpset = 11)]
internal sealed class FlexStatelessRandomUniformIntV2Handler() : StatelessIntegerHandler(hasKey: true);
