
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>UNSORTED_SEGMENT_MIN → ScatterND(min): the smallest of the slices of each segment.</summary>
/// <remarks>ScatterND has the reduction since opset 18; before, a mask is written where sizes are known.</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.UnsortedSegmentMin, Restrictions = "below opset 18 sizes must be known")]
[OpHandler(TfLiteOps.CustomDomain, "FlexUnsortedSegmentMin", Restrictions = "below opset 18 sizes must be known")]
internal sealed class UnsortedSegmentMinHandler() : UnsortedSegmentHandler("min");
