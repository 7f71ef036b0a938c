
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's SegmentMax → ScatterND(max).</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexSegmentMax", MinOpset = 11)]
internal sealed class FlexSegmentMaxHandler() : FlexSegmentExtremumHandler("max");
