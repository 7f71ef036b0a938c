
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's IFFT: a spectrum → complex numbers, over the last dimension.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexIFFT", Restrictions = "before opset 17 the sizes must be known")]
internal sealed class FlexIfftHandler() : FlexFourierHandler(1, isInverse: true, isReal: false);
