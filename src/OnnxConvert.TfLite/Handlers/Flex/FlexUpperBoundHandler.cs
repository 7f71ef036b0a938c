
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's UpperBound → LessOrEqual, ReduceSum: the numbers not greater than each value.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexUpperBound")]
internal sealed class FlexUpperBoundHandler() : FlexBoundHandler("LessOrEqual");
