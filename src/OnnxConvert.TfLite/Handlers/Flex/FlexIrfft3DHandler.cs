
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's IRFFT3D: the half of a spectrum → real numbers, over the last three dimensions.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexIRFFT3D", MinOpset = 10, Restrictions = "before opset 17 the sizes must be known")]
internal sealed class FlexIrfft3DHandler() : FlexFourierHandler(3, isInverse: true, isReal: true);
