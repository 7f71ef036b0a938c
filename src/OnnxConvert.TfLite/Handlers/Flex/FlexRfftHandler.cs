
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's RFFT: real numbers → the half of their spectrum, over the last dimension.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexRFFT", MinOpset = 10, Restrictions = "before opset 17 the sizes must be known")]
internal sealed class FlexRfftHandler() : FlexFourierHandler(1, isInverse: false, isReal: true);
