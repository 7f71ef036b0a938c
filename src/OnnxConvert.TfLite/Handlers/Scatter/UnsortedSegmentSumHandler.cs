
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>UNSORTED_SEGMENT_SUM → ScatterND(add): the sum of the slices of each segment.</summary>
/// <remarks>ScatterND has the reduction since opset 16; before, a mask is written where sizes are known.</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.UnsortedSegmentSum, Restrictions = "below opset 16 sizes must be known")]
[OpHandler(TfLiteOps.CustomDomain, "FlexUnsortedSegmentSum", Restrictions = "below opset 16 sizes must be known")]
internal sealed class UnsortedSegmentSumHandler() : UnsortedSegmentHandler("add");
