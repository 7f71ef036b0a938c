using System.Text.Json;
using OnnxConvert.OrtFormat;

namespace OnnxConvert.Cli.Doctor;

/// <summary>A diagnosis for programs.</summary>
internal static class DiagnosisJson
{
    public static void Write(Utf8JsonWriter json, Diagnosis diagnosis)
    {
        json.WriteStartObject();
        Write(json, "onnxRuntime", diagnosis.Stock);
        json.WriteString("kernelsExaminedSince", ModelDoctor.OldestExaminedRelease);
        Write(json, "minimalBuild", diagnosis.MinimalBuild);
        if (diagnosis.Configured is { } configured)
            Write(json, "configured", configured);
        json.WriteStartArray("providers");
        foreach (ProviderDiagnosis provider in diagnosis.Providers)
            Write(json, provider);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, RuntimeDiagnosis diagnosis)
    {
        json.WriteStartObject(name);
        json.WriteBoolean("runs", diagnosis.Runs);
        if (diagnosis.Since is not null)
            json.WriteString("since", diagnosis.Since);
        Write(json, diagnosis.Findings);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ProviderDiagnosis provider)
    {
        json.WriteStartObject();
        json.WriteString("name", provider.Name);
        Write(json, "asItIs", provider.Partitioning);
        Write(json, "withFixedShapes", provider.WithFixedShapes);
        Write(json, "byName", provider.ByName);
        Write(json, "byNameWithFixedShapes", provider.ByNameWithFixedShapes);
        Write(json, provider.Findings);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, Partitioning? partitioning)
    {
        if (partitioning is null)
            return;
        json.WriteStartObject(name);
        json.WriteString("verdict", partitioning.Verdict.ToString().ToUpperInvariant());
        json.WriteNumber("nodes", partitioning.Nodes);
        json.WriteNumber("supportedNodes", partitioning.SupportedNodes);
        json.WriteNumber("nodesInSubgraphs", partitioning.NodesInSubgraphs);
        json.WriteStartArray("partitions");
        foreach (int size in partitioning.Sizes)
            json.WriteNumberValue(size);
        json.WriteEndArray();
        json.WriteNumber("nodesOfUnsupportedOperators", partitioning.NodesOfUnsupportedOperators);
        json.WriteStartArray("unsupportedOperators");
        foreach (string op in partitioning.UnsupportedOperators)
            json.WriteStringValue(op);
        json.WriteEndArray();
        json.WriteNumber("nodesOfDynamicShape", partitioning.NodesOfDynamicShape);
        json.WriteNumber("nodesOfUnsupportedForm", partitioning.NodesOfUnsupportedForm);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<Finding> findings)
    {
        json.WriteStartArray("findings");
        foreach (Finding finding in findings)
        {
            json.WriteStartObject();
            json.WriteString("place", finding.Place);
            json.WriteString("problem", finding.Problem);
            json.WriteString("advice", finding.Advice);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
