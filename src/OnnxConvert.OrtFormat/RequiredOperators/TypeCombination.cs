using System.Collections.Immutable;

namespace OnnxConvert.OrtFormat;

/// <summary>Types that a kernel is registered for together, in the order of its registration.</summary>
public sealed class TypeCombination(params ImmutableArray<string> types) : IEquatable<TypeCombination>, IComparable<TypeCombination>
{
    /// <summary>The types, by the names of <see cref="KernelTypeNames"/>.</summary>
    public ImmutableArray<string> Types { get; } = types;

    /// <inheritdoc/>
    public int CompareTo(TypeCombination? other)
    {
        if (other is null)
            return 1;
        for (int i = 0; i < Math.Min(Types.Length, other.Types.Length); i++)
        {
            int order = string.CompareOrdinal(Types[i], other.Types[i]);
            if (order != 0)
                return order;
        }

        return Types.Length.CompareTo(other.Types.Length);
    }

    /// <inheritdoc/>
    public bool Equals(TypeCombination? other) => other is not null && Types.SequenceEqual(other.Types);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TypeCombination);

    /// <inheritdoc/>
    public override int GetHashCode() => string.Join(',', Types).GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => string.Join(", ", Types);

    /// <summary>Whether the types are the same.</summary>
    public static bool operator ==(TypeCombination? left, TypeCombination? right) => Equals(left, right);

    /// <summary>Whether the types differ.</summary>
    public static bool operator !=(TypeCombination? left, TypeCombination? right) => !Equals(left, right);

    /// <summary>Whether one is before the other in a configuration.</summary>
    public static bool operator <(TypeCombination? left, TypeCombination? right) => Compare(left, right) < 0;

    /// <summary>Whether one is behind the other in a configuration.</summary>
    public static bool operator >(TypeCombination? left, TypeCombination? right) => Compare(left, right) > 0;

    /// <summary>Whether one is not behind the other in a configuration.</summary>
    public static bool operator <=(TypeCombination? left, TypeCombination? right) => Compare(left, right) <= 0;

    /// <summary>Whether one is not before the other in a configuration.</summary>
    public static bool operator >=(TypeCombination? left, TypeCombination? right) => Compare(left, right) >= 0;

    private static int Compare(TypeCombination? left, TypeCombination? right) => Comparer<TypeCombination>.Default.Compare(left, right);
}
