using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's SegmentMean → ScatterND(add), Div: the mean of the rows of each segment, 0 where there is none.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexSegmentMean", MinOpset = 11)]
internal sealed class FlexSegmentMeanHandler() : SegmentHandler("add")
{
    protected override Value Finish(Emitter emit, Value combined, Value numbers, Value count)
    {
        Value counts = Segments.Counts(emit, combined.ElementType, combined.Shape?.Rank ?? throw new UnsupportedModelException("The rank of the rows must be known."), numbers, count);
        return emit.Div(combined, emit.Max(counts, emit.Const(1, combined.ElementType)));
    }
}
