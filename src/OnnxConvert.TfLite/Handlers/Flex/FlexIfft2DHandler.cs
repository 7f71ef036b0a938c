
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's IFFT2D: a spectrum → complex numbers, over the last two dimensions.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexIFFT2D", Restrictions = "before opset 17 the sizes must be known")]
internal sealed class FlexIfft2DHandler() : FlexFourierHandler(2, isInverse: true, isReal: false);
