
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's Conv2DBackpropInput → ConvTranspose.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexConv2DBackpropInput", Restrictions = "known sizes")]
internal sealed class FlexConv2DBackpropInputHandler() : FlexTransposedConvolutionHandler(4);
