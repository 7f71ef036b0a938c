using OnnxConvert.Converting;
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
        return op.Emit.Pad(x, Flat(op, paddings), value);
    }

    /// <summary>Computed amounts as Pad takes them: all begins, then all ends, int64.</summary>
    internal static Value Flat(OpContext op, int paddings) =>
        op.Emit.Reshape(op.Emit.Transpose(op.Emit.Cast(op.Declared(paddings), ElementType.Int64), 1, 0), -1);

    /// <summary>The amounts before (0) or behind (1) each dimension.</summary>
    internal static long[] Column(long[] amounts, int column) => [.. amounts.Where((_, i) => i % 2 == column)];
}
