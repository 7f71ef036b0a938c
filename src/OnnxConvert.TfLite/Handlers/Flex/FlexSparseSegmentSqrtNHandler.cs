using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's SparseSegmentSqrtN → Gather, ScatterND(add), Div by the root of the number of rows.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexSparseSegmentSqrtN", MinOpset = 11)]
[OpHandler(TfLiteOps.CustomDomain, "FlexSparseSegmentSqrtNWithNumSegments", MinOpset = 11)]
internal sealed class FlexSparseSegmentSqrtNHandler : SparseSegmentHandler
{
    protected override Value Finish(Emitter emit, Value sums, Value numbers, Value count) =>
        emit.Div(sums, emit.Unary("Sqrt", Divisors(emit, sums, numbers, count)));
}
