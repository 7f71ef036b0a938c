
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's DepthwiseConv2dNativeBackpropInput → ConvTranspose in groups.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexDepthwiseConv2dNativeBackpropInput", Restrictions = "known sizes")]
internal sealed class FlexDepthwiseConv2dNativeBackpropInputHandler() : FlexTransposedConvolutionHandler(4, isDepthwise: true);
