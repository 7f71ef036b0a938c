
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's AvgPool → AveragePool. Input (N, H, W, C), or (N, C, H, W) with data_format NCHW.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexAvgPool")]
internal sealed class FlexAvgPoolHandler() : FlexAveragePoolingHandler(4);
