using OnnxConvert.Operators.Schemas;

namespace OnnxConvert.Operators;

/// <summary>The operators of ONNX (domains <c>ai.onnx</c>, <c>ai.onnx.ml</c> and the preview domains), in all their versions.</summary>
public static class OperatorSchemas
{
    /// <summary>The opset versions of ONNX's own domain that models can be made for, in ascending order: 7 to 26.</summary>
    public static IReadOnlyList<int> SupportedOpsets { get; } = [.. Enumerable.Range(7, 20)];

    /// <summary>Finds the definition of an operator that holds at an opset version.</summary>
    /// <param name="domain">The domain; empty or <c>ai.onnx</c> for ONNX's own operators.</param>
    /// <param name="opType">The operator's name, as <c>Conv</c>.</param>
    /// <param name="opset">The version of the domain's opset.</param>
    /// <returns>
    /// The newest definition that is not newer than <paramref name="opset"/>, which may be one that deprecates the operator;
    /// null if the domain or operator is unknown, or only newer opsets have it.
    /// </returns>
    public static OperatorSchema? Find(string domain, string opType, long opset)
    {
        ArgumentNullException.ThrowIfNull(domain);
        ArgumentNullException.ThrowIfNull(opType);
        return OperatorSchemaIndex.Instance.Find(NormalizeDomain(domain), opType, opset);
    }

    /// <summary>Says whether the operators of a domain are known here.</summary>
    /// <param name="domain">The domain; empty or <c>ai.onnx</c> for ONNX's own operators.</param>
    /// <returns>True if <see cref="Find"/> knows the domain's operators.</returns>
    public static bool IsKnownDomain(string domain)
    {
        ArgumentNullException.ThrowIfNull(domain);
        return OperatorSchemaIndex.Instance.HasDomain(NormalizeDomain(domain));
    }

    /// <summary>Gives all definitions, by domain, name and version.</summary>
    /// <returns>The definitions, each made when it is reached.</returns>
    public static IEnumerable<OperatorSchema> All() => OperatorSchemaIndex.Instance.All();

    internal static string NormalizeDomain(string domain) => domain == "ai.onnx" ? "" : domain;
}
