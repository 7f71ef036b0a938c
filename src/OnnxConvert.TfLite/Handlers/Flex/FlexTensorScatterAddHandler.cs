
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's TensorScatterAdd and ScatterNdNonAliasingAdd → ScatterND: updates added to slices.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexScatterNdNonAliasingAdd", MinOpset = 11, Restrictions = "below opset 16 sizes must be known")]
[OpHandler(TfLiteOps.CustomDomain, "FlexTensorScatterAdd", MinOpset = 11, Restrictions = "below opset 16 sizes must be known")]
internal sealed class FlexTensorScatterAddHandler() : TensorScatterHandler("add");
