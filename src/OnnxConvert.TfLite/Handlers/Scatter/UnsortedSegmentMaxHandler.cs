
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>UNSORTED_SEGMENT_MAX → ScatterND(max): the largest of the slices of each segment.</summary>
/// <remarks>ScatterND has the reduction since opset 18; before, a mask is written where sizes are known.</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.UnsortedSegmentMax, Restrictions = "below opset 18 sizes must be known")]
[OpHandler(TfLiteOps.CustomDomain, "FlexUnsortedSegmentMax", Restrictions = "below opset 18 sizes must be known")]
internal sealed class UnsortedSegmentMaxHandler() : UnsortedSegmentHandler("max");
