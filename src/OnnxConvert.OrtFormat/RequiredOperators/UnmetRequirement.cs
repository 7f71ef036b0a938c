namespace OnnxConvert.OrtFormat;

/// <summary>A node that a build with a configuration could not run.</summary>
/// <param name="Use">The node.</param>
/// <param name="Reason">What the build lacks: the operator in that version, or a type.</param>
/// <param name="IsType">Whether the operator itself is there.</param>
public sealed record UnmetRequirement(OperatorUse Use, string Reason, bool IsType)
{
    /// <summary>Node and reason.</summary>
    public override string ToString() => $"{Use.Model}: {Use.Operator} '{Use.Node}': {Reason}";
}
