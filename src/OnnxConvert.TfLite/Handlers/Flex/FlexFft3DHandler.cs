
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's FFT3D: complex numbers → their spectrum, over the last three dimensions.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexFFT3D", Restrictions = "before opset 17 the sizes must be known")]
internal sealed class FlexFft3DHandler() : FlexFourierHandler(3, isInverse: false, isReal: false);
