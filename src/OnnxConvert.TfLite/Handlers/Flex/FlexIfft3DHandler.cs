
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's IFFT3D: a spectrum → complex numbers, over the last three dimensions.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexIFFT3D", Restrictions = "before opset 17 the sizes must be known")]
internal sealed class FlexIfft3DHandler() : FlexFourierHandler(3, isInverse: true, isReal: false);
