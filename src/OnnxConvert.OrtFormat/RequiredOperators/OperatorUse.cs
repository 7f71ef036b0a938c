namespace OnnxConvert.OrtFormat;

/// <summary>A node of a model as a reason why an operator is needed.</summary>
/// <param name="Model">The model, as it was named when it was added.</param>
/// <param name="Node">The node's name; without one, the name of its first output.</param>
/// <param name="Operator">The operator in the version that the node needs.</param>
/// <param name="Types">The node's types, as far as they matter; empty where none do, null where one that does is not known.</param>
public sealed record OperatorUse(string Model, string Node, OperatorVersion Operator, OperatorTypes? Types)
{
    /// <summary>Model, node and types.</summary>
    public override string ToString() => $"{Model}: {Operator} '{Node}'{(Types is null ? " of unknown types" : Types.IsEmpty ? "" : $" {Types}")}";
}
