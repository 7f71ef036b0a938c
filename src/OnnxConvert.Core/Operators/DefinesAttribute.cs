namespace OnnxConvert.Operators;

/// <summary>Marks an <see cref="OperatorDefinition"/>; the source generator adds it to the <see cref="OperatorRegistry"/>, once for each name.</summary>
/// <param name="name">The operator's name, as <c>Conv</c>.</param>
/// <param name="domain">The operator's domain; empty for ONNX's own.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
internal sealed class DefinesAttribute(string name, string domain = "") : Attribute
{
    /// <summary>The operator's name.</summary>
    public string Name => name;

    /// <summary>The operator's domain.</summary>
    public string Domain => domain;
}
