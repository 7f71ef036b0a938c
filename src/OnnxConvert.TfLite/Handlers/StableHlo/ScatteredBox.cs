using OnnxConvert.Converting;
using OnnxConvert.Emission;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>How the boxes that STABLEHLO_SCATTER writes lie in the tensor: which dimensions need an index, and which a box covers whole.</summary>
internal sealed class ScatteredBox
{
    /// <exception cref="UnsupportedModelException">The options contradict each other, or the sizes of a box are not known.</exception>
    internal ScatteredBox(OpContext op, long[] sizes)
    {
        int rank = sizes.Length;
        int updateRank = op.Rank(2);
        int[] map = [.. op.Ints("scatter_dims_to_operand_dims").Select(axis => op.Axis(axis, rank))];
        int[] inserted = [.. op.Ints("inserted_window_dims").Select(axis => op.Axis(axis, rank))];
        int[] window = [.. op.Ints("update_window_dims").Select(axis => op.Axis(axis, updateRank)).Order()];
        int[] covered = [.. Enumerable.Range(0, rank).Except(inserted)];
        if (map.Length == 0 || window.Length != covered.Length)
            throw op.NotSupported($"has {window.Length} update_window_dims and {map.Length} scatter_dims_to_operand_dims; needs {covered.Length} and at least one");

        long SizeOf(int axis) => op.Size(2, window[Array.IndexOf(covered, axis)]);
        Whole = [.. covered.Where(axis => !map.Contains(axis) && SizeOf(axis) == sizes[axis])];
        MappedCount = map.Length;
        Indexed = [.. map, .. Enumerable.Range(0, rank).Except(map).Except(Whole)];
        int[] box = [.. covered.Except(Whole)];
        Sizes = [.. box.Select(SizeOf)];
        Numbers = [.. box.Select(axis => Array.IndexOf(Indexed, axis))];
        UpdateOrder =
        [
            .. Enumerable.Range(0, updateRank).Except(window),
            .. box.Concat(Whole).Select(axis => window[Array.IndexOf(covered, axis)]),
        ];
    }

    /// <summary>The dimensions of the tensor that need an index: first those of the index vectors in their order, then those in which every box starts at 0.</summary>
    internal int[] Indexed { get; }

    /// <summary>The length of the given index vectors.</summary>
    internal int MappedCount { get; }

    /// <summary>The dimensions of the tensor that a box covers whole.</summary>
    internal int[] Whole { get; }

    /// <summary>The sizes of a box in the indexed dimensions that it has.</summary>
    internal long[] Sizes { get; }

    /// <summary>For each of <see cref="Sizes"/> the place in <see cref="Indexed"/>.</summary>
    internal int[] Numbers { get; }

    /// <summary>Brings the updates into the order batch, box, whole dimensions.</summary>
    internal int[] UpdateOrder { get; }
}
