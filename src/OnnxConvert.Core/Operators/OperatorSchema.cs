namespace OnnxConvert.Operators;

/// <summary>The definition of an operator from one opset version on: what its nodes take, give and carry.</summary>
public sealed class OperatorSchema
{
    internal OperatorSchema(string domain, string name, int sinceVersion, bool isDeprecated)
    {
        Domain = domain;
        Name = name;
        SinceVersion = sinceVersion;
        IsDeprecated = isDeprecated;
    }

    /// <summary>The domain; empty for ONNX's own operators.</summary>
    public string Domain { get; }

    /// <summary>The operator's name, as <c>Conv</c>.</summary>
    public string Name { get; }

    /// <summary>The operator that this is a version of.</summary>
    public OperatorDefinition Definition { get; internal set; } = null!;

    /// <summary>The first opset version of the domain in which this definition holds.</summary>
    public int SinceVersion { get; }

    /// <summary>True if the operator may not be used from <see cref="SinceVersion"/> on. The other properties are then empty.</summary>
    public bool IsDeprecated { get; }

    /// <summary>True if ONNX has this definition; false if it is one that ONNX Runtime adds.</summary>
    public bool IsStandard { get; internal set; }

    /// <summary>The formal inputs, in order.</summary>
    public IReadOnlyList<OperatorParameter> Inputs { get; internal init; } = [];

    /// <summary>The formal outputs, in order.</summary>
    public IReadOnlyList<OperatorParameter> Outputs { get; internal init; } = [];

    /// <summary>The attributes, by name in ordinal order.</summary>
    public IReadOnlyList<OperatorAttribute> Attributes { get; internal init; } = [];

    /// <summary>Finds an attribute by its name.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The attribute, or null if the operator has none of that name.</returns>
    public OperatorAttribute? FindAttribute(string name) => Attributes.FirstOrDefault(a => a.Name == name);

    /// <summary>Gives the formal input that belongs to a position in a node's input list.</summary>
    /// <param name="index">The position, from 0.</param>
    /// <returns>The parameter, a trailing variadic one for all positions from its own on; null if there are not so many inputs.</returns>
    public OperatorParameter? InputAt(int index) => ParameterAt(Inputs, index);

    /// <summary>Gives the formal output that belongs to a position in a node's output list.</summary>
    /// <param name="index">The position, from 0.</param>
    /// <returns>The parameter, a trailing variadic one for all positions from its own on; null if there are not so many outputs.</returns>
    public OperatorParameter? OutputAt(int index) => ParameterAt(Outputs, index);

    /// <inheritdoc/>
    public override string ToString() => $"{(Domain.Length == 0 ? "ai.onnx" : Domain)}.{Name}-{SinceVersion}";

    private static OperatorParameter? ParameterAt(IReadOnlyList<OperatorParameter> parameters, int index)
    {
        if (index < parameters.Count) return parameters[index];
        return parameters.Count > 0 && parameters[^1].Option == ParameterOption.Variadic ? parameters[^1] : null;
    }
}
