using OnnxConvert.Extensibility;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>The input <c>paddings</c>: (rank, 2), for each dimension the amount before and the amount behind.</summary>
internal static class Paddings
{
    /// <summary>Pads with a constant, be the amounts constant or computed.</summary>
    internal static Value Pad(OpContext op, Value x, int paddings, Value? value)
    {
        if (op.ConstantInts(paddings) is { } amounts)
            return op.Emit.Pad(x, Column(amounts, 0), Column(amounts, 1), value);
        // (rank, 2) is turned into all begins, then all ends.
        Value flat = op.Emit.Reshape(op.Emit.Transpose(op.Declared(paddings), 1, 0), -1);
        return op.Emit.Pad(x, flat, value);
    }

    /// <summary>The amounts before (0) or behind (1) each dimension.</summary>
    internal static long[] Column(long[] amounts, int column) => [.. amounts.Where((_, i) => i % 2 == column)];
}
