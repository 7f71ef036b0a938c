using OnnxConvert.Ir;

namespace OnnxConvert.Operators;

/// <summary>A formal attribute of an operator.</summary>
public sealed class OperatorAttribute
{
    internal OperatorAttribute(string name, AttributeKind kind, bool isRequired, NodeAttribute? defaultValue)
    {
        Name = name;
        Kind = kind;
        IsRequired = isRequired;
        Default = defaultValue;
    }

    /// <summary>The attribute's name.</summary>
    public string Name { get; }

    /// <summary>What its value is.</summary>
    public AttributeKind Kind { get; }

    /// <summary>True if every node must give it.</summary>
    public bool IsRequired { get; }

    /// <summary>The value that holds when a node does not give it; null where the definition says none, or says it in words.</summary>
    public NodeAttribute? Default { get; }
}
