using OnnxConvert.Extensibility;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>The main diagonal of matrices.</summary>
internal static class Diagonal
{
    /// <summary>Whether an element lies on it: bool (rows, columns).</summary>
    /// <param name="emit">Writes the nodes.</param>
    /// <param name="rows">The number of rows, a rank 1 value.</param>
    /// <param name="columns">The number of columns, a rank 1 value.</param>
    internal static Value Mask(Emitter emit, Value rows, Value columns) =>
        emit.Compare("Equal", emit.Unsqueeze(Numbers(emit, rows), 1), emit.Unsqueeze(Numbers(emit, columns), 0));

    private static Value Numbers(Emitter emit, Value count)
    {
        if (count.Constant is { } known)
            return emit.Ints([.. Enumerable.Range(0, (int)known.AsSpan<long>()[0]).Select(number => (long)number)]);
        return emit.Opset >= 11
            ? emit.Node("Range", [emit.Const(0L), emit.Squeeze(count, 0), emit.Const(1L)])
            : throw new UnsupportedModelException("Matrices of computed sizes need opset 11 or higher.");
    }
}
