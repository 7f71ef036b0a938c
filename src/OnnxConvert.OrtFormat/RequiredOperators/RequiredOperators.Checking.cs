using System.Collections.Immutable;
using OnnxConvert.Ir;

namespace OnnxConvert.OrtFormat;

public sealed partial class RequiredOperators
{
    /// <summary>What a model needs, as a configuration.</summary>
    /// <param name="model">The model; see <see cref="OperatorUsage"/>.</param>
    /// <param name="withTypes">Whether kernels are needed for the types of the model only.</param>
    public static RequiredOperators Of(Model model, bool withTypes = true) => Usage(model).Required(withTypes);

    /// <summary>What a model of the ORT format needs, with what its saved optimizations put in, as a configuration.</summary>
    /// <param name="model">The model.</param>
    /// <param name="withTypes">Whether kernels are needed for the types of the model only.</param>
    /// <exception cref="InvalidModelException">The model contradicts itself where an optimization is saved.</exception>
    public static RequiredOperators Of(OrtModel model, bool withTypes = true) => Usage(model).Required(withTypes);

    /// <summary>What a build with this configuration lacks for a model; empty if the model runs in it.</summary>
    /// <param name="model">The model; see <see cref="OperatorUsage"/>.</param>
    public IReadOnlyList<UnmetRequirement> Check(Model model) => Check(Usage(model));

    /// <summary>What a build with this configuration lacks for a model of the ORT format and its saved optimizations; empty if the model runs in it.</summary>
    /// <exception cref="InvalidModelException">The model contradicts itself where an optimization is saved.</exception>
    public IReadOnlyList<UnmetRequirement> Check(OrtModel model) => Check(Usage(model));

    /// <summary>What a build with this configuration lacks for models; empty if all run in it.</summary>
    public IReadOnlyList<UnmetRequirement> Check(OperatorUsage usage)
    {
        ArgumentNullException.ThrowIfNull(usage);
        // Versions are looked up once for each operator, not for each node.
        HashSet<OperatorVersion> there = [.. Operators.Select(op => OperatorVersion.At(op.Domain, op.OpType, op.Version))];
        var unmet = new List<UnmetRequirement>();
        foreach (OperatorUse use in usage.Uses)
        {
            if (!RequiresAll && !there.Contains(use.Operator))
                unmet.Add(new UnmetRequirement(use, MissingOperator(use.Operator), IsType: false));
            else if (MissingTypes(use) is { Count: > 0 } types)
                unmet.Add(new UnmetRequirement(use, $"the kernels are there, but not for {string.Join(" and ", types)}", IsType: true));
        }

        return unmet;
    }

    private static OperatorUsage Usage(Model model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var usage = new OperatorUsage();
        usage.Add(model.Graph.Name, model);
        return usage;
    }

    private static OperatorUsage Usage(OrtModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var usage = new OperatorUsage();
        usage.Add(model.Model.Graph.Name, model);
        return usage;
    }

    private string MissingOperator(OperatorVersion op)
    {
        string[] others = [.. Operators.Where(other => Name(other) == Name(op)).Select(other => $"{other.Version}")];
        return others.Length == 0
            ? "the operator is not in the configuration"
            : $"the operator is in the configuration only as of opset {string.Join(", ", others)}, which is another definition of it";
    }

    private List<string> MissingTypes(OperatorUse use)
    {
        (string domain, string opType) = Name(use.Operator);
        OperatorTypes listed = TypesOf(domain, opType);
        if (use.Types is not { } used)
            return listed.IsEmpty && GloballyAllowedTypes is null ? [] : ["types that the model does not tell"];
        var missing = new List<string>();
        AddMissing("input", used.Inputs, listed.Inputs);
        AddMissing("output", used.Outputs, listed.Outputs);
        foreach (TypeCombination combination in used.Combinations)
        {
            bool allowed = GloballyAllowedTypes is { } limit
                ? combination.Types.All(limit.Contains)
                : listed.Combinations.IsEmpty || listed.Combinations.Contains(combination);
            if (!allowed)
                missing.Add($"the types {combination} together");
        }

        return missing;

        void AddMissing(
            string argument,
            ImmutableSortedDictionary<int, ImmutableSortedSet<string>> needed,
            ImmutableSortedDictionary<int, ImmutableSortedSet<string>> present)
        {
            foreach ((int index, ImmutableSortedSet<string> types) in needed)
                missing.AddRange(types.Where(type => !NeedsType(domain, opType, present.GetValueOrDefault(index), type)).Select(type => $"{type} at {argument} {index}"));
        }
    }
}
