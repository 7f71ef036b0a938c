using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>The main diagonal of matrices.</summary>
internal static class Diagonal
{
    /// <summary>Whether an element lies on it: bool (rows, columns).</summary>
    /// <param name="op">The operator.</param>
    /// <param name="rows">The number of rows, a rank 1 value.</param>
    /// <param name="columns">The number of columns, a rank 1 value.</param>
    internal static Value Mask(OpContext op, Value rows, Value columns) =>
        op.Emit.Compare("Equal", op.Emit.Unsqueeze(Numbers(op, rows), 1), op.Emit.Unsqueeze(Numbers(op, columns), 0));

    private static Value Numbers(OpContext op, Value count)
    {
        if (count.Constant is { } known)
            return op.Emit.Ints([.. Enumerable.Range(0, op.TableLength(known.AsSpan<long>()[0], "a side of the matrix")).Select(number => (long)number)]);
        return op.Emit.Indices(op.Emit.Squeeze(count, 0));
    }
}
