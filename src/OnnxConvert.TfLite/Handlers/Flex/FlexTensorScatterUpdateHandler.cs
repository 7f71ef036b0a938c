
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's TensorScatterUpdate → ScatterND: slices replaced by updates.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexTensorScatterUpdate", MinOpset = 11)]
internal sealed class FlexTensorScatterUpdateHandler() : TensorScatterHandler("none");
