using OnnxConvert.Ir;
using OnnxConvert.Operators.Layout;
using OnnxConvert.Optimizers.Layout;

namespace OnnxConvert.OrtFormat.Optimization.Layout;

/// <summary>The permutations between (N, C, spatial...) and (N, spatial..., C).</summary>
internal static class ChannelsLast
{
    /// <summary>Takes channels first to channels last.</summary>
    internal static Permutation From(int rank) => new([0, .. Enumerable.Range(2, rank - 2), 1]);

    internal static bool IsOf(Permutation permutation) => permutation.Rank > 2 && permutation.Equals(From(permutation.Rank));

    internal static NodeAttribute ToAttribute(Permutation permutation) => new("perm", [.. permutation.Axes.ToArray().Select(axis => (long)axis)]);
}
