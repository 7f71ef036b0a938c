using OnnxConvert.Ir;
using OnnxConvert.Operators.Schemas;

namespace OnnxConvert.Operators;

/// <summary>The operators that are known: ONNX's (<c>ai.onnx</c>, <c>ai.onnx.ml</c> and the preview domains), and those that ONNX Runtime adds.</summary>
public static class OperatorRegistry
{
    private static readonly Dictionary<string, Dictionary<string, OperatorDefinition>> DefinitionsByDomain = Build();

    /// <summary>The opset versions of ONNX's own domain that models can be made for, in ascending order: 7 to 26.</summary>
    public static IReadOnlyList<int> SupportedOpsets { get; } = [.. Enumerable.Range(7, 20)];

    /// <summary>All operators, by domain and name in ordinal order.</summary>
    public static IEnumerable<OperatorDefinition> All => DefinitionsByDomain.Values.SelectMany(domain => domain.Values).OrderBy(d => d.Domain, StringComparer.Ordinal).ThenBy(d => d.Name, StringComparer.Ordinal);

    /// <summary>Finds an operator.</summary>
    /// <param name="domain">The domain; empty or <c>ai.onnx</c> for ONNX's own operators.</param>
    /// <param name="name">The operator's name, as <c>Conv</c>.</param>
    /// <returns>The operator; null if it is not known.</returns>
    public static OperatorDefinition? Find(string domain, string name)
    {
        ArgumentNullException.ThrowIfNull(domain);
        ArgumentNullException.ThrowIfNull(name);
        return DefinitionsByDomain.TryGetValue(Domains.Normalize(domain), out Dictionary<string, OperatorDefinition>? definitions) ? definitions.GetValueOrDefault(name) : null;
    }

    /// <summary>Finds the definition of an operator that holds at an opset version; its <see cref="OperatorSchema.Definition"/> is the operator.</summary>
    /// <param name="domain">The domain; empty or <c>ai.onnx</c> for ONNX's own operators.</param>
    /// <param name="name">The operator's name, as <c>Conv</c>.</param>
    /// <param name="opset">The version of the domain's opset.</param>
    /// <returns>
    /// The newest definition that is not newer than <paramref name="opset"/>, which may be one that deprecates the operator;
    /// null if the domain or operator is unknown, or only newer opsets have it.
    /// </returns>
    public static OperatorSchema? Find(string domain, string name, long opset) => Find(domain, name)?.SchemaAt(opset);

    /// <summary>Finds the operator of a node.</summary>
    public static OperatorDefinition? Find(Node node) => Find(node.Domain, node.OpType);

    /// <summary>Says whether the operators of a domain are known here.</summary>
    /// <param name="domain">The domain; empty or <c>ai.onnx</c> for ONNX's own operators.</param>
    public static bool IsKnownDomain(string domain)
    {
        ArgumentNullException.ThrowIfNull(domain);
        return DefinitionsByDomain.ContainsKey(Domains.Normalize(domain));
    }

    private static Dictionary<string, Dictionary<string, OperatorDefinition>> Build()
    {
        var definitions = new Dictionary<(string, string), OperatorDefinition>();
        foreach (OperatorDefinition definition in OperatorTable.Create())
            definitions.Add((definition.Domain, definition.Name), definition);
        foreach ((string domain, string name) in OperatorSchemaIndex.Instance.Operators)
            definitions.TryAdd((domain, name), new SchemaOnlyDefinition { Domain = domain, Name = name });
        return definitions.Values.GroupBy(definition => definition.Domain)
            .ToDictionary(domain => domain.Key, domain => domain.ToDictionary(definition => definition.Name, StringComparer.Ordinal), StringComparer.Ordinal);
    }
}
