
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's TensorScatterMin → ScatterND: the smaller of slices and updates.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexTensorScatterMin", MinOpset = 11, Restrictions = "below opset 18 sizes must be known")]
internal sealed class FlexTensorScatterMinHandler() : TensorScatterHandler("min");
