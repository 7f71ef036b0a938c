
using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's SegmentProd → ScatterND(mul): the product of the rows of each segment, 1 where there is none.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexSegmentProd", MinOpset = 11)]
internal sealed class FlexSegmentProdHandler() : SegmentHandler("mul");
