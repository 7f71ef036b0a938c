
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's MaxPool → MaxPool. Input (N, H, W, C), or (N, C, H, W) with data_format NCHW.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexMaxPool")]
internal sealed class FlexMaxPoolHandler() : FlexMaxPoolingHandler(4);
