using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>Rows of a tensor combined by the number of the segment that each belongs to.</summary>
internal static class Segments
{
    /// <summary>Combines rows (n, rest...) to (count, rest...). A segment without rows has the value that changes nothing: 0 for <c>add</c>, 1 for <c>mul</c>, the end of the range for <c>max</c> and <c>min</c>.</summary>
    /// <param name="emit">The emitter; opset 11 or higher.</param>
    /// <param name="reduction">How rows are combined, as ScatterND names it.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="numbers">The segment of each, (n) of int64, all from 0 to below <paramref name="count"/>.</param>
    /// <param name="count">The number of segments, an int64 value of one element.</param>
    internal static Value Combine(Emitter emit, string reduction, Value rows, Value numbers, Value count)
    {
        Value[] inner = rows.Shape is { } shape ? [.. emit.SizesBetween(rows, 1, shape.Rank)] : [emit.Slice(emit.Shape(rows), [1], [long.MaxValue], [0])];
        Value sizes = emit.Concat([emit.Reshape(count, 1), .. inner], 0);
        int from = reduction is "add" or "mul" ? 16 : 18;
        if (emit.Opset >= from)
            return emit.ScatterND(emit.Expand(emit.Neutral(reduction, rows.ElementType), sizes), emit.Unsqueeze(numbers, 1), rows, reduction);

        int rank = rows.Shape?.Rank ?? throw new UnsupportedModelException($"Combining rows ({reduction}) of unknown rank needs opset {from} or higher.");
        // Each segment takes what a mask leaves of all rows, reduced.
        Value mask = emit.Compare("Equal", emit.Unsqueeze(emit.Indices(count), 1), emit.Unsqueeze(numbers, 0));
        mask = emit.Unsqueeze(mask, [.. Enumerable.Range(2, rank - 1).Select(axis => (long)axis)]);
        Value masked = emit.Where(mask, emit.Unsqueeze(rows, 0), emit.Neutral(reduction, rows.ElementType));
        string reduce = reduction switch { "add" => "ReduceSum", "mul" => "ReduceProd", "max" => "ReduceMax", _ => "ReduceMin" };
        return emit.Reduce(reduce, masked, [1], keepDims: false);
    }

    /// <summary>The number of rows of each segment in an element type, with as many dimensions as the rows have: (count, 1...).</summary>
    internal static Value Counts(Emitter emit, ElementType type, int rank, Value numbers, Value count)
    {
        Value ones = emit.Expand(emit.Const(1, type), emit.Shape(numbers));
        Value counts = Combine(emit, "add", ones, numbers, count);
        return emit.Unsqueeze(counts, [.. Enumerable.Range(1, rank - 1).Select(axis => (long)axis)]);
    }

    /// <summary>The number of segments when the last of the numbers at an input is the highest: an int64 value of one element.</summary>
    internal static Value CountOf(OpContext op, int input) => op.ConstantInts(input) is [.., var last]
        ? op.Emit.Ints(last + 1)
        : op.Emit.Add(op.Emit.Slice(op.Indices(input), [-1], [long.MaxValue], [0]), op.Emit.Const(1L));
}
