
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's FFT2D: complex numbers → their spectrum, over the last two dimensions.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexFFT2D", Restrictions = "before opset 17 the sizes must be known")]
internal sealed class FlexFft2DHandler() : FlexFourierHandler(2, isInverse: false, isReal: false);
