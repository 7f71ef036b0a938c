using System.Collections.Immutable;
using OnnxConvert.Ir;

namespace OnnxConvert.OrtFormat.Runtime;

/// <summary>Which arguments of an operator have types that matter.</summary>
internal sealed class TypeUsageRule
{
    public ImmutableArray<int> Inputs { get; init; } = [];

    public ImmutableArray<int> Outputs { get; init; } = [];

    /// <summary>Inputs whose types count in combination, in the order in which a configuration names them.</summary>
    public ImmutableArray<int> CombinedInputs { get; init; } = [];

    /// <summary>Types that every build keeps where kernels are registered by type.</summary>
    public ImmutableSortedSet<string> AlwaysThere { get; init; } = [];

    /// <summary>These types at every argument whose type matters by itself.</summary>
    public OperatorTypes AllOf(ImmutableSortedSet<string> types) => new()
    {
        Inputs = Inputs.ToImmutableSortedDictionary(index => index, _ => types),
        Outputs = Outputs.ToImmutableSortedDictionary(index => index, _ => types),
    };

    /// <summary>
    /// The types of a node; null if one that matters is not known. An argument that is left out, or that older versions of the
    /// operator do not have, counts for nothing.
    /// </summary>
    public OperatorTypes? TypesOf(Node node)
    {
        var types = new OperatorTypes();
        foreach (int index in Inputs)
        {
            if (node.Input(index) is not { } input)
                continue;
            if (KernelTypeNames.Of(input.Type) is not { } name)
                return null;
            types = types.Union(OperatorTypes.OfInput(index, name));
        }

        foreach (int index in Outputs)
        {
            if (index >= node.Outputs.Count)
                continue;
            if (KernelTypeNames.Of(node.Outputs[index].Type) is not { } name)
                return null;
            types = types.Union(OperatorTypes.OfOutput(index, name));
        }

        return CombinedInputs.IsEmpty ? types : CombinationOf(node);
    }

    private OperatorTypes? CombinationOf(Node node)
    {
        string?[] types = [.. CombinedInputs.Select(index => KernelTypeNames.Of(node.Input(index)?.Type))];
        return types.Contains(null) ? null : new OperatorTypes { Combinations = [new TypeCombination([.. types!])] };
    }
}
