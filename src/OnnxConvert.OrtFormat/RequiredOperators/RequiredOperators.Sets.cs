using System.Collections.Immutable;
using OnnxConvert.OrtFormat.Runtime;

namespace OnnxConvert.OrtFormat;

public sealed partial class RequiredOperators : IEquatable<RequiredOperators>
{
    /// <summary>What both need together. An operator that one of them needs for all types is needed for all types.</summary>
    /// <remarks>
    /// Where only one of them limits types for all operators, that limit becomes one by operator, as far as operators have
    /// arguments that are listed by type.
    /// </remarks>
    public RequiredOperators Union(RequiredOperators other)
    {
        ArgumentNullException.ThrowIfNull(other);
        ImmutableArray<string> comments = [.. Comments.Union(other.Comments, StringComparer.Ordinal)];
        if (RequiresAll || other.RequiresAll)
            return new RequiredOperators([], NoTypes) { NoneMeansAll = true, Comments = comments, GloballyAllowedTypes = CommonLimit(other) };

        if (CommonLimit(other) is { } limit)
            return new RequiredOperators(Operators.Union(other.Operators), NoTypes) { Comments = comments, GloballyAllowedTypes = limit };
        RequiredOperators left = ByOperator();
        RequiredOperators right = other.ByOperator();
        ImmutableSortedSet<OperatorVersion> operators = left.Operators.Union(right.Operators);
        var types = NoTypes.ToBuilder();
        foreach ((string Domain, string OpType) name in operators.Select(Name).Distinct())
        {
            OperatorTypes? ofLeft = left.Needed(name);
            OperatorTypes? ofRight = right.Needed(name);
            if (Either(ofLeft, ofRight) is { IsEmpty: false } all)
                types[name] = all;
        }

        return new RequiredOperators(operators, types.ToImmutable()) { Comments = comments };
    }

    /// <summary>
    /// What this needs and <paramref name="other"/> does not: operators in versions that are not listed there, and operators
    /// for types that are not.
    /// </summary>
    /// <exception cref="ArgumentException">One of them needs all operators, so that there is nothing to tell apart operator by operator.</exception>
    public RequiredOperators Except(RequiredOperators other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (RequiresAll || other.RequiresAll)
            throw new ArgumentException("A configuration that needs all operators has no difference to others operator by operator.", nameof(other));
        RequiredOperators left = ByOperator();
        RequiredOperators right = other.ByOperator();
        var operators = ImmutableSortedSet.CreateBuilder<OperatorVersion>();
        var types = NoTypes.ToBuilder();
        foreach (OperatorVersion op in left.Operators)
        {
            OperatorTypes mine = left.TypesOf(op.Domain, op.OpType);
            OperatorTypes theirs = right.TypesOf(op.Domain, op.OpType);
            // A version that is missing is needed for all its types, even if other versions have them.
            OperatorTypes rest = right.Operators.Contains(op) && !mine.IsEmpty ? mine.Except(theirs) : mine;
            if (right.Operators.Contains(op) && rest.IsEmpty && (theirs.IsEmpty || !mine.IsEmpty))
                continue;
            operators.Add(op);
            if (!rest.IsEmpty)
                types[Name(op)] = types.TryGetValue(Name(op), out OperatorTypes? present) ? present.Union(rest) : rest;
        }

        return new RequiredOperators(operators.ToImmutable(), types.ToImmutable());
    }

    /// <summary>Whether both need the same; comments do not count.</summary>
    public bool Equals(RequiredOperators? other) =>
        other is not null
        && NoneMeansAll == other.NoneMeansAll
        && Operators.SetEquals(other.Operators)
        && _types.Count == other._types.Count
        && _types.All(pair => pair.Value.Equals(other._types.GetValueOrDefault(pair.Key)))
        && (GloballyAllowedTypes is null ? other.GloballyAllowedTypes is null : other.GloballyAllowedTypes is not null && GloballyAllowedTypes.SetEquals(other.GloballyAllowedTypes));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RequiredOperators);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Operators.Count, _types.Count, NoneMeansAll);

    /// <summary>The types of an operator that is listed in some version; null if it is not.</summary>
    private OperatorTypes? Needed((string Domain, string OpType) name) =>
        Operators.Any(op => Name(op) == name) ? _types.GetValueOrDefault(name) ?? new OperatorTypes() : null;

    /// <summary>Null stands for an operator that is not needed, empty for all types.</summary>
    private static OperatorTypes? Either(OperatorTypes? left, OperatorTypes? right)
    {
        if (left is null || right is null)
            return left ?? right;
        return left.IsEmpty || right.IsEmpty ? new OperatorTypes() : left.Union(right);
    }

    private ImmutableSortedSet<string>? CommonLimit(RequiredOperators other) =>
        GloballyAllowedTypes is null || other.GloballyAllowedTypes is null ? null : GloballyAllowedTypes.Union(other.GloballyAllowedTypes);

    /// <summary>The same with a limit for all operators written as types of each.</summary>
    private RequiredOperators ByOperator()
    {
        if (GloballyAllowedTypes is not { } limit)
            return this;
        ImmutableDictionary<(string Domain, string OpType), OperatorTypes> types = NoTypes;
        foreach ((string Domain, string OpType) name in Operators.Select(Name).Distinct())
        {
            if (TypeUsageRules.Find(name.Domain, name.OpType) is { CombinedInputs: [] } rule)
                types = types.Add(name, rule.AllOf(limit.Union(rule.AlwaysThere)));
        }

        return new RequiredOperators(Operators, types);
    }
}
