using OnnxConvert.Extensibility;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>SEGMENT_SUM → ScatterND(add) on zeros: rows with the same number are added up.</summary>
/// <remarks>ScatterND has the reduction since opset 16; before, a mask is written.</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.SegmentSum, MinOpset = 11)]
[OpHandler(TfLiteOps.CustomDomain, "FlexSegmentSum", MinOpset = 11)]
internal sealed class SegmentSumHandler() : SegmentHandler("add");
