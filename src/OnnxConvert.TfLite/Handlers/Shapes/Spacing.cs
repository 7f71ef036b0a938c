using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>Elements inserted between those of a tensor, and added or cut off at its edges.</summary>
internal static class Spacing
{
    /// <summary>Inserts elements between those along each dimension: Unsqueeze, Pad, Reshape, and Slice for those behind the last.</summary>
    /// <param name="emit">Writes the nodes.</param>
    /// <param name="x">The tensor, of known rank.</param>
    /// <param name="interior">The number of elements inserted between two, for each dimension; not negative.</param>
    /// <param name="value">A scalar of the tensor's type, or null for 0.</param>
    internal static Value Spread(Emitter emit, Value x, long[] interior, Value? value)
    {
        int[] spread = [.. Enumerable.Range(0, interior.Length).Where(axis => interior[axis] > 0)];
        if (spread.Length == 0)
            return x;
        // Each element gets the inserted ones behind it, in a dimension of its own.
        long[] inner = [.. spread.Select((axis, before) => (long)axis + before + 1)];
        var behind = new long[interior.Length + spread.Length];
        for (int i = 0; i < spread.Length; i++)
            behind[inner[i]] = interior[spread[i]];
        Value padded = emit.Pad(emit.Unsqueeze(x, inner), new long[behind.Length], behind, value);
        Value joined = Emitter.Sizes(x) is { } sizes
            ? emit.Reshape(padded, [.. sizes.Zip(interior, (size, between) => checked(size * (between + 1)))])
            : emit.Reshape(padded, emit.Mul(emit.Shape(x), emit.Ints([.. interior.Select(between => between + 1)])));
        return emit.Slice(joined, new long[spread.Length], [.. spread.Select(axis => -interior[axis])], [.. spread.Select(axis => (long)axis)]);
    }

    /// <summary>As <see cref="Spread(Emitter, Value, long[], Value?)"/>, by distances that are known when the model runs.</summary>
    /// <param name="emit">Writes the nodes.</param>
    /// <param name="x">The tensor.</param>
    /// <param name="rank">Its rank.</param>
    /// <param name="distances">The distance of neighbours along each dimension afterwards: int64 (rank).</param>
    /// <param name="value">A scalar of the tensor's type, or null for 0.</param>
    internal static Value Spread(Emitter emit, Value x, int rank, Value distances, Value? value)
    {
        if (rank == 0)
            return x;
        Value interior = emit.Unsqueeze(emit.Sub(distances, emit.Const(1L)), 1);
        Value behind = emit.Reshape(emit.Pad(interior, [0, 1], [0, 0]), -1);
        long[] inner = [.. Enumerable.Range(0, rank).Select(axis => (2L * axis) + 1)];
        Value padded = emit.Pad(emit.Unsqueeze(x, inner), emit.Concat([emit.Ints(new long[2 * rank]), behind], 0), value);
        Value sizes = emit.Shape(x);
        Value joined = emit.Reshape(padded, emit.Mul(sizes, distances));
        Value ends = emit.Add(emit.Mul(emit.Sub(sizes, emit.Const(1L)), distances), emit.Const(1L));
        return emit.Slice(joined, emit.Ints(new long[rank]), ends, emit.Ints([.. Axes.All(rank)]));
    }

    /// <summary>Adds elements at the edges where the numbers are positive, then cuts off where they are negative.</summary>
    /// <param name="emit">Writes the nodes.</param>
    /// <param name="x">The tensor.</param>
    /// <param name="low">The number of elements before the first, for each dimension.</param>
    /// <param name="high">The number of elements behind the last, for each dimension.</param>
    /// <param name="value">A scalar of the tensor's type, or null for 0.</param>
    internal static Value PadOrCrop(Emitter emit, Value x, long[] low, long[] high, Value? value)
    {
        Value y = emit.Pad(x, [.. low.Select(count => Math.Max(count, 0))], [.. high.Select(count => Math.Max(count, 0))], value);
        long[] cropped = [.. Axes.All(low.Length).Where(axis => low[axis] < 0 || high[axis] < 0)];
        return cropped.Length == 0
            ? y
            : emit.Slice(
                y,
                [.. cropped.Select(axis => Math.Max(-low[axis], 0))],
                [.. cropped.Select(axis => high[axis] < 0 ? high[axis] : long.MaxValue)],
                cropped);
    }
}
