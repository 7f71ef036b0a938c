
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's MaxPool3D → MaxPool. Input (N, D, H, W, C), or (N, C, D, H, W) with data_format NCDHW.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexMaxPool3D")]
internal sealed class FlexMaxPool3DHandler() : FlexMaxPoolingHandler(5);
