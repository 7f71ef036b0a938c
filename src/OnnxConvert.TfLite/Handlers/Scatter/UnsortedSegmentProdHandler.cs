
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>UNSORTED_SEGMENT_PROD → ScatterND(mul): the product of the slices of each segment.</summary>
/// <remarks>ScatterND has the reduction since opset 16; before, a mask is written where sizes are known.</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.UnsortedSegmentProd, Restrictions = "below opset 16 sizes must be known")]
[OpHandler(TfLiteOps.CustomDomain, "FlexUnsortedSegmentProd", Restrictions = "below opset 16 sizes must be known")]
internal sealed class UnsortedSegmentProdHandler() : UnsortedSegmentHandler("mul");
