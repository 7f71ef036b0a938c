
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's LowerBound → Less, ReduceSum: the numbers less than each value.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexLowerBound")]
internal sealed class FlexLowerBoundHandler() : FlexBoundHandler("Less");
