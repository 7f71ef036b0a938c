
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's Conv3D → Conv. Filter (kd, kh, kw, C/group, O).</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexConv3D")]
internal sealed class FlexConv3DHandler() : FlexConvolutionHandler(5);
