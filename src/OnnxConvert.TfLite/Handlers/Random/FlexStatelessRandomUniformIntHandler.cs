
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's StatelessRandomUniformInt.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexStatelessRandomUniformInt", MinOpset = 11)]
internal sealed class FlexStatelessRandomUniformIntHandler() : StatelessIntegerHandler(hasKey: false);
