namespace OnnxConvert;

/// <summary>One thing in a model that cannot be converted or run.</summary>
/// <param name="OpType">The operator, in the source format's own name, or an empty string when it is not about an operator.</param>
/// <param name="Node">The node's name, or an empty string.</param>
/// <param name="Tensor">The tensor that the reason is about, or null.</param>
/// <param name="Reason">Why it cannot be done, and what would work.</param>
public sealed record UnsupportedItem(string OpType, string Node, string? Tensor, string Reason)
{
    /// <summary>One line: operator, node, tensor and reason.</summary>
    public override string ToString()
    {
        string place = Node.Length > 0 ? $"{OpType} '{Node}'" : OpType;
        string tensor = Tensor is null ? "" : $", tensor '{Tensor}'";
        return place.Length + tensor.Length > 0 ? $"{place}{tensor}: {Reason}" : Reason;
    }
}
