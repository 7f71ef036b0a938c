using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>
/// The entries of a STRIDED_SLICE, one for each index that the caller wrote, laid out over the dimensions: an ellipsis stands
/// for as many as are left over, a new axis for none, a shrunk one disappears from the result.
/// </summary>
internal sealed class StridedSliceSpec
{
    private readonly List<(int Entry, int Axis)> _sliced = [];
    private readonly List<long> _shrunk = [];
    private readonly List<long> _added = [];

    internal StridedSliceSpec(OpContext op, int entries, int rank)
    {
        long ellipsis = op.Int("ellipsis_mask");
        // The ellipsis wins over a new axis at the same entry.
        long added = op.Int("new_axis_mask") & ~ellipsis;
        long shrunk = op.Int("shrink_axis_mask") & ~added;
        int written = Enumerable.Range(0, entries).Count(i => !Bit(added, i) && !Bit(ellipsis, i));
        int axis = 0;
        int resultAxis = 0;
        for (int i = 0; i < entries; i++)
        {
            if (Bit(ellipsis, i))
            {
                axis += Math.Max(rank - written, 0);
                resultAxis += Math.Max(rank - written, 0);
            }
            else if (Bit(added, i))
            {
                _added.Add(resultAxis++);
            }
            else if (axis >= rank)
            {
                throw op.NotSupported($"it has more entries than the input has dimensions ({rank})");
            }
            else
            {
                _sliced.Add((i, axis));
                if (Bit(shrunk, i))
                    _shrunk.Add(axis);
                else
                    resultAxis++;
                axis++;
            }
        }
    }

    /// <summary>For each entry that cuts: its index, and the dimension that it cuts.</summary>
    internal IReadOnlyList<(int Entry, int Axis)> Sliced => _sliced;

    /// <summary>The dimensions of the input that disappear.</summary>
    internal long[] Shrunk => [.. _shrunk];

    /// <summary>The dimensions of the result that are new.</summary>
    internal long[] Added => [.. _added];

    internal bool IsShrunk(int axis) => _shrunk.Contains(axis);

    internal static bool Bit(long mask, int index) => ((mask >> index) & 1) != 0;
}
