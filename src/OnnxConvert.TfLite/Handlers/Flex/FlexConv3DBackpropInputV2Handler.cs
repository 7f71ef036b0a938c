
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's Conv3DBackpropInputV2 → ConvTranspose.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexConv3DBackpropInputV2", Restrictions = "known sizes")]
internal sealed class FlexConv3DBackpropInputV2Handler() : FlexTransposedConvolutionHandler(5);
