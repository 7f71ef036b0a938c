using System.Collections;
using System.Collections.Immutable;

namespace OnnxConvert.Ir;

/// <summary>
/// The shape of a tensor of known rank: a list of dimensions, each static, symbolic or unknown. Immutable.
/// An unknown rank is a null reference in place of a shape.
/// </summary>
public sealed class Shape : IReadOnlyList<Dimension>, IEquatable<Shape>
{
    private readonly ImmutableArray<Dimension> _dimensions;

    /// <summary>A shape of the given dimensions, outermost first.</summary>
    public Shape(params ReadOnlySpan<Dimension> dimensions) => _dimensions = [.. dimensions];

    /// <summary>A shape of the given dimensions, outermost first.</summary>
    public Shape(IEnumerable<Dimension> dimensions) => _dimensions = [.. dimensions];

    /// <summary>The shape of a single element: rank 0.</summary>
    public static Shape Scalar { get; } = new(ReadOnlySpan<Dimension>.Empty);

    /// <summary>The number of dimensions.</summary>
    public int Rank => _dimensions.Length;

    int IReadOnlyCollection<Dimension>.Count => Rank;

    /// <summary>Whether all sizes are known.</summary>
    public bool IsStatic
    {
        get
        {
            foreach (Dimension dimension in _dimensions)
            {
                if (!dimension.IsStatic)
                    return false;
            }

            return true;
        }
    }

    /// <summary>The number of elements, or null when a size is not known or the product exceeds 63 bits.</summary>
    public long? ElementCount
    {
        get
        {
            long count = 1;
            foreach (Dimension dimension in _dimensions)
            {
                if (dimension.Size is not { } size || Math.BigMul(count, size, out long low) is not 0 || low < 0)
                    return null;
                count = low;
            }

            return count;
        }
    }

    /// <summary>The dimension at <paramref name="index"/>; negative indices are not accepted.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The shape has no such dimension.</exception>
    public Dimension this[int index] => (uint)index < (uint)_dimensions.Length
        ? _dimensions[index]
        : throw new ArgumentOutOfRangeException(nameof(index), $"The shape {this} has no dimension {index}.");

    /// <summary>A shape of known sizes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A size is negative.</exception>
    public static Shape Of(params ReadOnlySpan<long> sizes)
    {
        var dimensions = new Dimension[sizes.Length];
        for (int i = 0; i < sizes.Length; i++)
            dimensions[i] = sizes[i];
        return new Shape(dimensions);
    }

    /// <summary>The sizes, or null when one of them is not known.</summary>
    public long[]? ToSizes()
    {
        var sizes = new long[Rank];
        for (int i = 0; i < sizes.Length; i++)
        {
            if (_dimensions[i].Size is not { } size)
                return null;
            sizes[i] = size;
        }

        return sizes;
    }

    /// <summary>The same shape with one dimension exchanged.</summary>
    public Shape With(int index, Dimension dimension) => new(_dimensions.SetItem(index, dimension).AsSpan());

    /// <summary>The shape after a transposition: dimension <c>i</c> of the result is dimension <c>permutation[i]</c> of this one.</summary>
    public Shape Permute(ReadOnlySpan<int> permutation)
    {
        var dimensions = new Dimension[permutation.Length];
        for (int i = 0; i < permutation.Length; i++)
            dimensions[i] = _dimensions[permutation[i]];
        return new Shape(dimensions);
    }

    /// <inheritdoc/>
    public bool Equals(Shape? other) => other is not null && _dimensions.AsSpan().SequenceEqual(other._dimensions.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Shape);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (Dimension dimension in _dimensions)
            hash.Add(dimension);
        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public IEnumerator<Dimension> GetEnumerator() => ((IEnumerable<Dimension>)_dimensions).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The dimensions in brackets, such as <c>[1,batch,?]</c>.</summary>
    public override string ToString() => $"[{string.Join(',', _dimensions)}]";
}
