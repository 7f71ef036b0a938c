
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's AvgPool3D → AveragePool. Input (N, D, H, W, C), or (N, C, D, H, W) with data_format NCDHW.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexAvgPool3D")]
internal sealed class FlexAvgPool3DHandler() : FlexAveragePoolingHandler(5);
