
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's SegmentMin → ScatterND(min).</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexSegmentMin", MinOpset = 11)]
internal sealed class FlexSegmentMinHandler() : FlexSegmentExtremumHandler("min");
