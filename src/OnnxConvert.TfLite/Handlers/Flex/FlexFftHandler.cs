
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's FFT: complex numbers → their spectrum, over the last dimension.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexFFT", Restrictions = "before opset 17 the sizes must be known")]
internal sealed class FlexFftHandler() : FlexFourierHandler(1, isInverse: false, isReal: false);
