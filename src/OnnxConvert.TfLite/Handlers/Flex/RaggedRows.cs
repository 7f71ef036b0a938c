using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>
/// One level of a ragged tensor: rows of different lengths, one after the other. Row r has the elements from splits[r] to before
/// splits[r + 1]. All values are int64.
/// </summary>
internal sealed class RaggedRows
{
    private readonly Emitter _emit;

    private RaggedRows(Emitter emit, Value splits, Value count)
    {
        _emit = emit;
        Splits = splits;
        Starts = emit.Slice(splits, [0], [-1], [0]);
        Lengths = emit.Sub(emit.Slice(splits, [1], [long.MaxValue], [0]), Starts);
        RowOf = Number(emit, splits, count);
        PlaceOf = emit.Sub(emit.Indices(count), emit.Gather(Starts, RowOf, 0));
    }

    /// <summary>The ends between the rows, the outer ones included: (rows + 1).</summary>
    internal Value Splits { get; }

    /// <summary>The first element of each row: (rows).</summary>
    internal Value Starts { get; }

    /// <summary>The number of elements of each row: (rows).</summary>
    internal Value Lengths { get; }

    /// <summary>The row of each element.</summary>
    internal Value RowOf { get; }

    /// <summary>The place of each element in its row.</summary>
    internal Value PlaceOf { get; }

    /// <summary>The number of elements of the longest row: a rank 1 value of one element.</summary>
    internal Value Longest => _emit.Reduce("ReduceMax", _emit.Concat([_emit.Ints(0), Lengths], 0), [0], keepDims: true);

    /// <summary>The rows between given ends.</summary>
    internal static RaggedRows BySplits(Emitter emit, Value splits) =>
        new(emit, splits, emit.Reshape(emit.Slice(splits, [-1], [long.MaxValue], [0])));

    /// <summary>Rows of given lengths.</summary>
    internal static RaggedRows ByLengths(Emitter emit, Value lengths) =>
        BySplits(emit, emit.Concat([emit.Ints(0), emit.CumSum(lengths, emit.Const(0L), exclusive: false, reverse: false)], 0));

    /// <summary>Rows of which each element has the number.</summary>
    internal static RaggedRows ByNumbers(Emitter emit, Value numbers, Value rowCount) =>
        ByLengths(emit, Segments.Counts(emit, ElementType.Int64, 1, numbers, rowCount));

    /// <summary>The row of each element is the number of rows that have ended by then.</summary>
    private static Value Number(Emitter emit, Value splits, Value count)
    {
        Value ends = emit.Slice(splits, [1], [long.MaxValue], [0]);
        Value ended = Segments.Counts(emit, ElementType.Int64, 1, ends, emit.Add(count, emit.Const(1L)));
        return emit.Slice(emit.CumSum(ended, emit.Const(0L), exclusive: false, reverse: false), [0], [-1], [0]);
    }
}
