
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's RFFT3D: real numbers → the half of their spectrum, over the last three dimensions.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexRFFT3D", MinOpset = 10, Restrictions = "before opset 17 the sizes must be known")]
internal sealed class FlexRfft3DHandler() : FlexFourierHandler(3, isInverse: false, isReal: true);
