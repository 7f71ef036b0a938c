namespace OnnxConvert.Operators;

/// <summary>A formal input or output of an operator.</summary>
public sealed class OperatorParameter
{
    internal OperatorParameter(string name, string? typeVariable, IReadOnlyList<string> allowedTypes, ParameterOption option, bool isHeterogeneous, int minimumCount)
    {
        Name = name;
        TypeVariable = typeVariable;
        AllowedTypes = allowedTypes;
        Option = option;
        IsHeterogeneous = isHeterogeneous;
        MinimumCount = minimumCount;
    }

    /// <summary>The name in the operator's definition.</summary>
    public string Name { get; }

    /// <summary>The type variable, as <c>T</c>: parameters with the same one have the same type. Null where the type is fixed.</summary>
    public string? TypeVariable { get; }

    /// <summary>The types allowed, in ONNX's notation, as <c>tensor(float)</c> or <c>map(int64,float)</c> (without spaces).</summary>
    public IReadOnlyList<string> AllowedTypes { get; }

    /// <summary>Whether the parameter must be given, may be left out, or repeats.</summary>
    public ParameterOption Option { get; }

    /// <summary>For a variadic parameter: true if its values may differ in type.</summary>
    public bool IsHeterogeneous { get; }

    /// <summary>How many values a node must give: 1 for single, 0 for optional parameters, 0 or more for variadic ones.</summary>
    public int MinimumCount { get; }

    /// <summary>Says whether a type is allowed.</summary>
    /// <param name="type">A type in the notation of <see cref="AllowedTypes"/>.</param>
    /// <returns>True if it is one of <see cref="AllowedTypes"/>.</returns>
    public bool Allows(string type) => AllowedTypes.Contains(type, StringComparer.Ordinal);
}
