using System.Collections.Immutable;

namespace OnnxConvert.OrtFormat;

/// <summary>
/// The types that an operator is needed for, by the names of <see cref="KernelTypeNames"/>. Only arguments whose type its
/// kernels dispatch on are listed; an argument that is not listed is needed for all types.
/// </summary>
public sealed class OperatorTypes : IEquatable<OperatorTypes>
{
    /// <summary>By position: the types of inputs.</summary>
    public ImmutableSortedDictionary<int, ImmutableSortedSet<string>> Inputs { get; init; } = ImmutableSortedDictionary<int, ImmutableSortedSet<string>>.Empty;

    /// <summary>By position: the types of outputs.</summary>
    public ImmutableSortedDictionary<int, ImmutableSortedSet<string>> Outputs { get; init; } = ImmutableSortedDictionary<int, ImmutableSortedSet<string>>.Empty;

    /// <summary>Combinations that are registered as one, each in the operator's own order (OneHot: indices, values, depth).</summary>
    public ImmutableSortedSet<TypeCombination> Combinations { get; init; } = [];

    /// <summary>Whether nothing is listed, so that all types are needed.</summary>
    public bool IsEmpty => Inputs.IsEmpty && Outputs.IsEmpty && Combinations.IsEmpty;

    /// <summary>Types of one input.</summary>
    public static OperatorTypes OfInput(int index, params ReadOnlySpan<string> types) => new() { Inputs = One(index, types) };

    /// <summary>Types of one output.</summary>
    public static OperatorTypes OfOutput(int index, params ReadOnlySpan<string> types) => new() { Outputs = One(index, types) };

    /// <summary>What either needs.</summary>
    public OperatorTypes Union(OperatorTypes other) => new()
    {
        Inputs = Union(Inputs, other.Inputs),
        Outputs = Union(Outputs, other.Outputs),
        Combinations = Combinations.Union(other.Combinations),
    };

    /// <summary>What this needs and <paramref name="other"/> does not.</summary>
    public OperatorTypes Except(OperatorTypes other) => new()
    {
        Inputs = Except(Inputs, other.Inputs),
        Outputs = Except(Outputs, other.Outputs),
        Combinations = other.IsEmpty ? [] : Combinations.Except(other.Combinations),
    };

    /// <inheritdoc/>
    public bool Equals(OperatorTypes? other) =>
        other is not null && Same(Inputs, other.Inputs) && Same(Outputs, other.Outputs) && Combinations.SetEquals(other.Combinations);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as OperatorTypes);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Inputs.Count, Outputs.Count, Combinations.Count);

    /// <summary>As in a configuration: <c>{"inputs": {"0": ["float"]}}</c>; empty where all types are needed.</summary>
    public override string ToString() => OperatorTypesJson.Write(this);

    internal static ImmutableSortedSet<string> Names(params ReadOnlySpan<string> types) => ImmutableSortedSet.Create(StringComparer.Ordinal, types);

    private static ImmutableSortedDictionary<int, ImmutableSortedSet<string>> One(int index, ReadOnlySpan<string> types) =>
        ImmutableSortedDictionary<int, ImmutableSortedSet<string>>.Empty.Add(index, Names(types));

    private static ImmutableSortedDictionary<int, ImmutableSortedSet<string>> Union(
        ImmutableSortedDictionary<int, ImmutableSortedSet<string>> left, ImmutableSortedDictionary<int, ImmutableSortedSet<string>> right)
    {
        foreach ((int index, ImmutableSortedSet<string> types) in right)
            left = left.SetItem(index, left.TryGetValue(index, out ImmutableSortedSet<string>? present) ? present.Union(types) : types);
        return left;
    }

    private static ImmutableSortedDictionary<int, ImmutableSortedSet<string>> Except(
        ImmutableSortedDictionary<int, ImmutableSortedSet<string>> left, ImmutableSortedDictionary<int, ImmutableSortedSet<string>> right)
    {
        foreach ((int index, ImmutableSortedSet<string> types) in left)
        {
            // Not listed there means all types there.
            ImmutableSortedSet<string> rest = right.TryGetValue(index, out ImmutableSortedSet<string>? present) ? types.Except(present) : [];
            left = rest.IsEmpty ? left.Remove(index) : left.SetItem(index, rest);
        }

        return left;
    }

    private static bool Same(
        ImmutableSortedDictionary<int, ImmutableSortedSet<string>> left, ImmutableSortedDictionary<int, ImmutableSortedSet<string>> right) =>
        left.Count == right.Count && left.All(pair => right.TryGetValue(pair.Key, out ImmutableSortedSet<string>? types) && types.SetEquals(pair.Value));
}
