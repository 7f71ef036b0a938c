using System.Collections.Immutable;

namespace OnnxConvert.Optimizers.Layout;

/// <summary>A permutation of dimensions, as Transpose takes it: dimension <c>i</c> of the result is dimension <c>this[i]</c> of the operand.</summary>
internal readonly struct Permutation : IEquatable<Permutation>
{
    private readonly ImmutableArray<int> _axes;

    internal Permutation(ImmutableArray<int> axes) => _axes = axes;

    internal int Rank => _axes.Length;

    internal ReadOnlySpan<int> Axes => _axes.AsSpan();

    internal bool IsIdentity
    {
        get
        {
            for (int i = 0; i < _axes.Length; i++)
            {
                if (_axes[i] != i)
                    return false;
            }

            return true;
        }
    }

    internal Permutation Inverse
    {
        get
        {
            var inverse = new int[Rank];
            for (int i = 0; i < Rank; i++)
                inverse[_axes[i]] = i;
            return new Permutation([.. inverse]);
        }
    }

    internal int this[int index] => _axes[index];

    internal static Permutation Identity(int rank) => new([.. Enumerable.Range(0, rank)]);

    /// <summary>Where dimension <paramref name="axis"/> of the operand goes; negative axes count from the back.</summary>
    internal int NewAxis(long axis) => _axes.IndexOf((int)(axis < 0 ? axis + Rank : axis));

    /// <summary>The permutation that does this one first and <paramref name="next"/> afterwards.</summary>
    internal Permutation Then(Permutation next)
    {
        ImmutableArray<int> axes = _axes;
        return new([.. next._axes.Select(axis => axes[axis])]);
    }

    /// <summary>The permutation of what remains when some dimensions of the operand are removed.</summary>
    internal Permutation Without(IReadOnlyCollection<int> removed)
    {
        int[] kept = [.. Enumerable.Range(0, Rank).Where(axis => !removed.Contains(axis))];
        return new([.. _axes.Where(axis => !removed.Contains(axis)).Select(axis => Array.IndexOf(kept, axis))]);
    }

    public bool Equals(Permutation other) => Axes.SequenceEqual(other.Axes);

    public override bool Equals(object? obj) => obj is Permutation other && Equals(other);

    public override int GetHashCode()
    {
        int hash = Rank;
        foreach (int axis in _axes)
            hash = (hash * 31) + axis;
        return hash;
    }

    public override string ToString() => $"({string.Join(',', _axes)})";
}
