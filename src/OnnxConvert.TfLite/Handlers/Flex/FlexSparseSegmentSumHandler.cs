
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's SparseSegmentSum → Gather, ScatterND(add).</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexSparseSegmentSum", MinOpset = 11)]
[OpHandler(TfLiteOps.CustomDomain, "FlexSparseSegmentSumWithNumSegments", MinOpset = 11)]
internal sealed class FlexSparseSegmentSumHandler : SparseSegmentHandler;
