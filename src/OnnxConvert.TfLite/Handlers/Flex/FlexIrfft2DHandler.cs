
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's IRFFT2D: the half of a spectrum → real numbers, over the last two dimensions.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexIRFFT2D", MinOpset = 10, Restrictions = "before opset 17 the sizes must be known")]
[OpHandler(TfLiteOps.CustomDomain, "IRFFT2D", MinOpset = 10, Restrictions = "before opset 17 the sizes must be known")]
internal sealed class FlexIrfft2DHandler() : FlexFourierHandler(2, isInverse: true, isReal: true);
