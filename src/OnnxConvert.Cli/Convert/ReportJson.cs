using System.Text.Encodings.Web;
using System.Text.Json;
using OnnxConvert.Converting;

namespace OnnxConvert.Cli.Convert;

/// <summary>A conversion report for programs.</summary>
internal static class ReportJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(Stream stream, ConversionReport report)
    {
        using var json = new Utf8JsonWriter(stream, Options);
        json.WriteStartObject();
        json.WriteString("source", report.SourceFormat);
        json.WriteNumber("opset", report.Opset);
        json.WriteNumber("minOpset", report.MinOpset);
        json.WriteNumber("nodes", report.NodeCount);
        WriteStrings(json, "remarks", report.Remarks);
        json.WriteStartObject("passes");
        foreach (var (pass, count) in report.Passes)
            json.WriteNumber(pass, count);
        json.WriteEndObject();
        json.WriteStartArray("operators");
        foreach (var op in report.Operators)
            WriteOperator(json, op);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteOperator(Utf8JsonWriter json, OperatorReport op)
    {
        json.WriteStartObject();
        json.WriteString("operator", op.OpType);
        json.WriteString("name", op.Name);
        WriteStrings(json, "became", op.BecameOps);
        if (op.MinOpset > 0)
            json.WriteNumber("minOpset", op.MinOpset);
        if (op.Rewriter is not null)
            json.WriteString("rewriter", op.Rewriter);
        if (op.Remarks.Count > 0)
            WriteStrings(json, "remarks", op.Remarks);
        json.WriteEndObject();
    }

    private static void WriteStrings(Utf8JsonWriter json, string name, IEnumerable<string> strings)
    {
        json.WriteStartArray(name);
        foreach (string text in strings)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
