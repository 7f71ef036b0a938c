using System.Collections.Immutable;

namespace OnnxConvert.Operators.Layout;

/// <summary>A permutation of dimensions, as Transpose takes it: dimension <c>i</c> of the result is dimension <c>this[i]</c> of the operand.</summary>
public readonly struct Permutation : IEquatable<Permutation>
{
    private readonly ImmutableArray<int> _axes;

    /// <summary>A permutation of dimensions.</summary>
    /// <param name="axes">Every dimension once.</param>
    public Permutation(ImmutableArray<int> axes) => _axes = axes;

    /// <summary>The number of dimensions.</summary>
    public int Rank => _axes.Length;

    /// <summary>The dimensions of the operand, in the order of the result.</summary>
    public ReadOnlySpan<int> Axes => _axes.AsSpan();

    /// <summary>Whether nothing moves.</summary>
    public bool IsIdentity
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

    /// <summary>The permutation that undoes this one.</summary>
    public Permutation Inverse
    {
        get
        {
            var inverse = new int[Rank];
            for (int i = 0; i < Rank; i++)
                inverse[_axes[i]] = i;
            return new Permutation([.. inverse]);
        }
    }

    /// <summary>The dimension of the operand that becomes dimension <paramref name="index"/> of the result.</summary>
    public int this[int index] => _axes[index];

    /// <summary>The permutation that moves nothing.</summary>
    public static Permutation Identity(int rank) => new([.. Enumerable.Range(0, rank)]);

    /// <summary>Where dimension <paramref name="axis"/> of the operand goes; negative axes count from the back.</summary>
    public int NewAxis(long axis) => _axes.IndexOf((int)(axis < 0 ? axis + Rank : axis));

    /// <summary>The permutation that does this one first and <paramref name="next"/> afterwards.</summary>
    public Permutation Then(Permutation next)
    {
        ImmutableArray<int> axes = _axes;
        return new([.. next._axes.Select(axis => axes[axis])]);
    }

    /// <summary>The permutation of what remains when some dimensions of the operand are removed.</summary>
    public Permutation Without(IReadOnlyCollection<int> removed)
    {
        int[] kept = [.. Enumerable.Range(0, Rank).Where(axis => !removed.Contains(axis))];
        return new([.. _axes.Where(axis => !removed.Contains(axis)).Select(axis => Array.IndexOf(kept, axis))]);
    }

    /// <summary>Whether two permutations are the same.</summary>
    public static bool operator ==(Permutation left, Permutation right) => left.Equals(right);

    /// <summary>Whether two permutations differ.</summary>
    public static bool operator !=(Permutation left, Permutation right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(Permutation other) => Axes.SequenceEqual(other.Axes);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Permutation other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        int hash = Rank;
        foreach (int axis in _axes)
            hash = (hash * 31) + axis;
        return hash;
    }

    /// <inheritdoc/>
    public override string ToString() => $"({string.Join(',', _axes)})";
}
