
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's TensorScatterMax → ScatterND: the larger of slices and updates.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexTensorScatterMax", MinOpset = 11, Restrictions = "below opset 18 sizes must be known")]
internal sealed class FlexTensorScatterMaxHandler() : TensorScatterHandler("max");
