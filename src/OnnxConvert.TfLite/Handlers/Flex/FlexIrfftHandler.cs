
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's IRFFT: the half of a spectrum → real numbers, over the last dimension.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexIRFFT", MinOpset = 10, Restrictions = "before opset 17 the sizes must be known")]
internal sealed class FlexIrfftHandler() : FlexFourierHandler(1, isInverse: true, isReal: true);
