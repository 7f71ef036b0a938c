using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>The largest or smallest of the rows of each segment, 0 where there is none.</summary>
/// <param name="reduction">How rows are combined, as ScatterND names it.</param>
internal abstract class FlexSegmentExtremumHandler(string reduction) : SegmentHandler(reduction)
{
    protected override Value Finish(Emitter emit, Value combined, Value numbers, Value count)
    {
        Value counts = Segments.Counts(emit, ElementType.Float, combined.Shape?.Rank ?? throw new UnsupportedModelException("The rank of the rows must be known."), numbers, count);
        Value isEmpty = emit.Compare("Equal", counts, emit.Const(0f));
        return emit.Where(isEmpty, emit.Const(0, combined.ElementType), combined);
    }
}
