
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's EuclideanNorm → ReduceL2: the root of the sum of squares over axes.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexEuclideanNorm", Restrictions = "computed axes need opset 18")]
internal sealed class FlexEuclideanNormHandler() : RealReductionHandler("ReduceL2");
