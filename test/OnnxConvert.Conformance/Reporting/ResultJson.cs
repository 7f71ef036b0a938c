using System.Text.Encodings.Web;
using System.Text.Json;

namespace OnnxConvert.Conformance.Reporting;

/// <summary>The results for programs: name → { stage, nodes, transposes, qdq, error, seconds }.</summary>
internal static class ResultJson
{
    public static void Write(string path, IReadOnlyList<CaseResult> results)
    {
        using var stream = File.Create(path);
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        foreach (var result in results)
        {
            json.WriteStartObject(result.Name);
            json.WriteString("stage", result.StageName);
            if (result.Counts is { } counts)
            {
                json.WriteNumber("nodes", counts.Nodes);
                json.WriteNumber("transposes", counts.Transposes);
                json.WriteNumber("qdq", counts.QuantizeDequantize);
            }
            if (result.Steps > 0)
                json.WriteNumber("steps", Math.Round(result.Steps, 2));
            if (result.Error is not null)
                json.WriteString("error", result.Error);
            json.WriteNumber("seconds", Math.Round(result.Seconds, 3));
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }
}
