
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>SEGMENT_SUM → ScatterND(add) on zeros: rows with the same number are added up.</summary>
/// <remarks>ScatterND has the reduction since opset 16; before, a mask is written.</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.SegmentSum)]
[OpHandler(TfLiteOps.CustomDomain, "FlexSegmentSum")]
internal sealed class SegmentSumHandler() : SegmentHandler("add");
