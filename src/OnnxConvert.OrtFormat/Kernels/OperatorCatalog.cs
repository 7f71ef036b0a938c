using System.Collections.Immutable;
using OnnxConvert.Ir;
using OnnxConvert.Operators;
using OnnxConvert.OrtFormat.Reading;

namespace OnnxConvert.OrtFormat.Kernels;

/// <summary>Finds what a file must say of the operators of a model: by their definitions, or by what the model's own file said.</summary>
internal sealed class OperatorCatalog(OrderedDictionary<string, long> opsets, IReadOnlyDictionary<string, ImmutableArray<KernelType>> known)
{
    /// <summary>The definition of a node's operator; null if it is not known.</summary>
    public OperatorSignature? Find(Node node) => Find(node.Domain, node.OpType);

    /// <summary>The opset version of the definition that holds for a node.</summary>
    public int SinceVersion(Node node) => Find(node)?.SinceVersion ?? node.Annotations.Get<NodeExtras>()?.SinceVersion ?? 1;

    /// <summary>The kernel types of an operator in the format's notation; null if it is not known.</summary>
    public ImmutableArray<KernelType>? KernelTypes(string operatorId)
    {
        string[] parts = operatorId.Split(':');
        if (parts.Length == 3 && int.TryParse(parts[2], out int version) && FindVersion(parts[0], parts[1], version) is { } signature && signature.SinceVersion == version)
            return signature.KernelTypes();
        return known.TryGetValue(operatorId, out ImmutableArray<KernelType> types) ? types : null;
    }

    /// <summary>How many of a node's inputs each formal input takes.</summary>
    public ImmutableArray<int> InputCounts(Node node)
    {
        if (Find(node) is { } signature)
            return signature.InputCounts(node.Inputs.Count);
        if (node.Annotations.Get<NodeExtras>() is { InputCounts: var counts } && counts.Sum(c => (long)c) == node.Inputs.Count)
            return counts;
        return [.. Enumerable.Repeat(1, node.Inputs.Count)];
    }

    private OperatorSignature? Find(string domain, string opType) => FindVersion(domain, opType, opsets.GetValueOrDefault(domain, 1));

    private static OperatorSignature? FindVersion(string domain, string opType, long version) =>
        OperatorRegistry.Find(domain, opType, version) is { IsDeprecated: false } schema ? OperatorSignature.Of(schema) : null;
}
