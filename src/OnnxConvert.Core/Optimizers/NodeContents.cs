using OnnxConvert.Ir;
using OnnxConvert.Operators;

namespace OnnxConvert.Optimizers;

/// <summary>Compares nodes by what they compute: operator, attributes and inputs.</summary>
internal static class NodeContents
{
    internal static IEqualityComparer<Node> Comparer { get; } = EqualityComparer<Node>.Create(AreEqual, Hash);

    /// <summary>Whether the node is of ONNX's own domain, gives the same results whenever it is run, and holds nothing that is hard to compare.</summary>
    internal static bool CanCompare(Node node) => node.Domain.Length == 0 && node.Outputs.Count > 0
        && OperatorRegistry.Find(node)?.Traits.HasFlag(OperatorTraits.Random) != true
        && node.Attributes.All(AttributeContents.CanCompare);

    private static bool AreEqual(Node? a, Node? b)
    {
        if (ReferenceEquals(a, b))
            return true;
        if (a is null || b is null || a.OpType != b.OpType || a.Inputs.Count != b.Inputs.Count || a.Outputs.Count != b.Outputs.Count || a.Attributes.Count != b.Attributes.Count)
            return false;
        for (int i = 0; i < a.Inputs.Count; i++)
        {
            if (!ReferenceEquals(a.Inputs[i], b.Inputs[i]))
                return false;
        }

        return a.Attributes.All(attribute => b.Attributes.TryGet(attribute.Name, out NodeAttribute? other) && AttributeContents.AreEqual(attribute, other));
    }

    private static int Hash(Node node)
    {
        var hash = new HashCode();
        hash.Add(node.OpType);
        foreach (Value? input in node.Inputs)
            hash.Add(input);
        // The order in which attributes were set says nothing.
        int attributes = 0;
        foreach (NodeAttribute attribute in node.Attributes)
            attributes ^= AttributeContents.Hash(attribute);
        hash.Add(attributes);
        return hash.ToHashCode();
    }
}
