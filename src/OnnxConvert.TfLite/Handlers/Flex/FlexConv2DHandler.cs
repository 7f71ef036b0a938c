
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's Conv2D → Conv. Filter (kh, kw, C/group, O).</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexConv2D")]
internal sealed class FlexConv2DHandler() : FlexConvolutionHandler(4);
