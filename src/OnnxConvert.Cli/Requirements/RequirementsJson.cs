using System.Text.Json;
using OnnxConvert.OrtFormat;

namespace OnnxConvert.Cli.Requirements;

/// <summary>What is needed, and what is missing, for programs: an object for each node.</summary>
internal static class RequirementsJson
{
    public static void Write(Utf8JsonWriter json, IReadOnlyList<UnmetRequirement> unmet)
    {
        json.WriteStartArray();
        foreach (UnmetRequirement requirement in unmet)
            WriteUse(json, requirement.Use, requirement.Reason);
        json.WriteEndArray();
    }

    public static void Write(Utf8JsonWriter json, IReadOnlyList<OperatorUse> uses)
    {
        json.WriteStartArray();
        foreach (OperatorUse use in uses)
            WriteUse(json, use, reason: null);
        json.WriteEndArray();
    }

    private static void WriteUse(Utf8JsonWriter json, OperatorUse use, string? reason)
    {
        json.WriteStartObject();
        json.WriteString("model", use.Model);
        json.WriteString("node", use.Node);
        json.WriteString("domain", use.Operator.DisplayDomain);
        json.WriteString("operator", use.Operator.OpType);
        json.WriteNumber("version", use.Operator.Version);
        if (use.Types is { IsEmpty: false } types)
        {
            json.WritePropertyName("types");
            json.WriteRawValue(types.ToString());
        }

        if (reason is not null)
            json.WriteString("reason", reason);
        json.WriteEndObject();
    }
}
