using System.Collections.Immutable;
using OnnxConvert.Ir;

namespace OnnxConvert.OrtFormat.Optimization.Layout.Blocked;

/// <summary>
/// Where the four sizes of a value come from: the same size of which value, halved how often. So values are known to be of one
/// shape whose sizes are not known themselves.
/// </summary>
internal readonly struct BlockedSizes
{
    private const int Count = 4, FirstSpatial = 2;

    private readonly ImmutableArray<(Value Source, int Halvings)> _sources;

    private BlockedSizes(ImmutableArray<(Value Source, int Halvings)> sources) => _sources = sources;

    /// <summary>Sizes that come from a value itself.</summary>
    internal static BlockedSizes Of(Value value) => new([.. Enumerable.Repeat((value, 0), Count)]);

    /// <summary>These sizes, with the channels of another value.</summary>
    internal BlockedSizes WithChannelsOf(Value value) => new(_sources.SetItem(1, (value, 0)));

    /// <summary>The sizes of what a convolution or pool makes of these: the batch stays, and what is padded to the size of the input, or half of it.</summary>
    /// <param name="node">The convolution or pool.</param>
    /// <param name="window">Its window, as far as it is known.</param>
    internal BlockedSizes Behind(Node node, ReadOnlySpan<long> window)
    {
        var sources = Of(node.Outputs[0])._sources.ToBuilder();
        sources[0] = _sources[0];
        ImmutableArray<long> pads = node.Attributes.Ints("pads"), strides = node.Attributes.Ints("strides"), dilations = node.Attributes.Ints("dilations");
        string padding = node.Attributes.String("auto_pad", "NOTSET");
        int spatial = Count - FirstSpatial;
        if (window.Length != spatial || padding is not ("NOTSET" or "SAME_UPPER" or "SAME_LOWER" or "VALID")
            || !(pads.IsEmpty || pads.Length == 2 * spatial) || !(strides.IsEmpty || strides.Length == spatial) || !(dilations.IsEmpty || dilations.Length == spatial))
        {
            return new BlockedSizes(sources.MoveToImmutable());
        }

        for (int i = 0; i < spatial; i++)
        {
            long stride = strides.IsEmpty ? 1 : strides[i];
            long padded = pads.IsEmpty || padding != "NOTSET" ? 0 : pads[i] + pads[i + spatial];
            bool keeps = padding.StartsWith("SAME", StringComparison.Ordinal) || padded + 1 == window[i];
            if (keeps && stride is 1 or 2 && (dilations.IsEmpty || dilations[i] == 1))
                sources[FirstSpatial + i] = (_sources[FirstSpatial + i].Source, _sources[FirstSpatial + i].Halvings + (int)stride - 1);
        }

        return new BlockedSizes(sources.MoveToImmutable());
    }

    /// <summary>Whether two values are known to be of one shape.</summary>
    internal static bool AreEqual(BlockedValue left, BlockedValue right)
    {
        for (int i = 0; i < Count; i++)
        {
            if (left.Sizes._sources[i] != right.Sizes._sources[i] && !AreEqual(left.Original.Shape, right.Original.Shape, i))
                return false;
        }

        return true;
    }

    private static bool AreEqual(Shape? left, Shape? right, int dimension) =>
        left is { Rank: Count } && right is { Rank: Count } && !left[dimension].IsUnknown && left[dimension] == right[dimension];
}
