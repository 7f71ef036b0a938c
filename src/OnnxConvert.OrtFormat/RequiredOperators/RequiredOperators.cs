using System.Collections.Immutable;
using OnnxConvert.Ir;
using OnnxConvert.OrtFormat.Runtime;

namespace OnnxConvert.OrtFormat;

/// <summary>
/// The operators, in which versions and for which types, that a build of a runtime must have: what ONNX Runtime's reduced
/// builds call a configuration of required operators. Immutable.
/// </summary>
/// <remarks>
/// Types belong to an operator in all its versions, since that is how kernels are cut down. An operator without types is
/// needed for all of them. Types are either given by operator or, once for all operators, by <see cref="GloballyAllowedTypes"/>.
/// </remarks>
public sealed partial class RequiredOperators
{
    internal static readonly ImmutableDictionary<(string Domain, string OpType), OperatorTypes> NoTypes =
        ImmutableDictionary<(string Domain, string OpType), OperatorTypes>.Empty;

    private readonly ImmutableDictionary<(string Domain, string OpType), OperatorTypes> _types;

    internal RequiredOperators(
        ImmutableSortedSet<OperatorVersion> operators, ImmutableDictionary<(string Domain, string OpType), OperatorTypes> types)
    {
        Operators = operators;
        _types = types;
    }

    /// <summary>No operator at all.</summary>
    public static RequiredOperators None { get; } = new([], NoTypes);

    /// <summary>The operators, by domain, version and name.</summary>
    public ImmutableSortedSet<OperatorVersion> Operators { get; }

    /// <summary>Whether an empty list of operators stands for all operators (the line <c>!no_ops_specified_means_all_ops_are_required</c>).</summary>
    public bool NoneMeansAll { get; init; }

    /// <summary>Whether all operators are needed.</summary>
    public bool RequiresAll => NoneMeansAll && Operators.IsEmpty;

    /// <summary>The types that kernels of all operators are limited to (the line <c>!globally_allowed_types</c>); null where there is no such limit.</summary>
    public ImmutableSortedSet<string>? GloballyAllowedTypes { get; init; }

    /// <summary>Lines for people, without their <c>#</c>. They count for nothing when configurations are compared.</summary>
    public ImmutableArray<string> Comments { get; init; } = [];

    /// <summary>
    /// The operators, as <c>ai.onnx.Conv</c>, that the file read names in several places with different types. Here the types are put
    /// together; ONNX Runtime's build keeps those of the last place. Empty for what was not read, or was made from what was.
    /// </summary>
    public ImmutableSortedSet<string> NamedTwice { get; init; } = [];

    /// <summary>Whether types are given for any operator.</summary>
    public bool HasTypes => !_types.IsEmpty;

    /// <summary>The types that an operator is needed for; empty where that is all of them.</summary>
    /// <param name="domain">The domain; empty or <c>ai.onnx</c> for ONNX's own operators.</param>
    /// <param name="opType">The operator.</param>
    public OperatorTypes TypesOf(string domain, string opType) => _types.GetValueOrDefault((Plain(domain), opType)) ?? new OperatorTypes();

    /// <summary>Adds an operator; types add to those of the operator's other versions.</summary>
    /// <param name="op">The operator.</param>
    /// <param name="types">The types it is needed for; null or empty for all. A limit for all operators stays as it is.</param>
    public RequiredOperators With(OperatorVersion op, OperatorTypes? types = null)
    {
        op = op with { Domain = Plain(op.Domain) };
        bool byOperator = GloballyAllowedTypes is null && types is { IsEmpty: false };
        return Union(new RequiredOperators([op], byOperator ? NoTypes.Add(Name(op), types!) : NoTypes) { GloballyAllowedTypes = GloballyAllowedTypes });
    }

    /// <summary>Limits all operators to these types, in place of types by operator.</summary>
    /// <param name="types">By the names of <see cref="KernelTypeNames"/>; null for no limit.</param>
    public RequiredOperators WithGloballyAllowedTypes(IEnumerable<string>? types) => new(Operators, NoTypes)
    {
        NoneMeansAll = NoneMeansAll, Comments = Comments, GloballyAllowedTypes = types is null ? null : OperatorTypes.Names([.. types]),
    };

    /// <summary>The same operators for all types.</summary>
    public RequiredOperators WithoutTypes() => WithGloballyAllowedTypes(null);

    /// <summary>Lines for people, in place of those that are there.</summary>
    public RequiredOperators WithComments(params ReadOnlySpan<string> comments) => new(Operators, _types)
    {
        NoneMeansAll = NoneMeansAll, GloballyAllowedTypes = GloballyAllowedTypes, Comments = [.. comments],
    };

    /// <summary>Whether a kernel is needed: some version of the operator that is listed is one that the kernel serves.</summary>
    /// <param name="domain">The domain; empty or <c>ai.onnx</c> for ONNX's own operators.</param>
    /// <param name="opType">The operator.</param>
    /// <param name="firstVersion">The first opset version that the kernel serves.</param>
    /// <param name="lastVersion">The last one; null where it serves all later ones.</param>
    public bool NeedsKernel(string domain, string opType, int firstVersion, int? lastVersion = null)
    {
        string plain = Plain(domain);
        return RequiresAll || Operators.Any(op =>
            op.Domain == plain && op.OpType == opType && op.Version >= firstVersion && op.Version <= (lastVersion ?? int.MaxValue));
    }

    /// <summary>Whether an operator's kernels must take a type at an input. True for inputs whose type they do not dispatch on.</summary>
    public bool NeedsInput(string domain, string opType, int index, ElementType type) =>
        NeedsType(domain, opType, TypesOf(domain, opType).Inputs.GetValueOrDefault(index), KernelTypeNames.Of(type));

    /// <summary>Whether an operator's kernels must give a type at an output. True for outputs whose type they do not dispatch on.</summary>
    public bool NeedsOutput(string domain, string opType, int index, ElementType type) =>
        NeedsType(domain, opType, TypesOf(domain, opType).Outputs.GetValueOrDefault(index), KernelTypeNames.Of(type));

    internal bool NeedsType(string domain, string opType, ImmutableSortedSet<string>? listed, string type)
    {
        ImmutableSortedSet<string>? limit = GloballyAllowedTypes ?? listed;
        return limit is null || limit.Contains(type) || TypeUsageRules.Find(Plain(domain), opType)?.AlwaysThere.Contains(type) == true;
    }

    internal static (string Domain, string OpType) Name(OperatorVersion op) => (op.Domain, op.OpType);

    internal static string Plain(string domain) => domain == OperatorVersion.OnnxDomain ? "" : domain;
}
