using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's SparseSegmentMean → Gather, ScatterND(add), Div by the number of rows.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexSparseSegmentMean", MinOpset = 11)]
[OpHandler(TfLiteOps.CustomDomain, "FlexSparseSegmentMeanWithNumSegments", MinOpset = 11)]
internal sealed class FlexSparseSegmentMeanHandler : SparseSegmentHandler
{
    protected override Value Finish(Emitter emit, Value sums, Value numbers, Value count) =>
        emit.Div(sums, Divisors(emit, sums, numbers, count));
}
