using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>
/// Adds up picked rows that have the same number. Inputs tensor (m, rest...), the rows to pick (n), their numbers (n), which
/// rise, and the number of segments; without it the last one says how many there are.
/// </summary>
internal abstract class SparseSegmentHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Value rows = op.Emit.Gather(op.Real(0), op.Declared(1), 0);
        Value numbers = op.Indices(2);
        Value count = op.HasInput(3) ? op.Index(3) : Segments.CountOf(op, 2);
        Value sums = Segments.Combine(op.Emit, "add", rows, numbers, count);
        op.Result(0, Finish(op.Emit, sums, numbers, count));
    }

    /// <summary>What becomes of the sums.</summary>
    protected virtual Value Finish(Emitter emit, Value sums, Value numbers, Value count) => sums;

    /// <summary>The number of rows of each segment, at least 1.</summary>
    protected static Value Divisors(Emitter emit, Value sums, Value numbers, Value count) =>
        emit.Max(Segments.Counts(emit, sums.ElementType, sums.Shape?.Rank ?? throw new UnsupportedModelException("The rank of the rows must be known."), numbers, count), emit.Const(1, sums.ElementType));
}
