using System.Text.Json;

namespace OnnxConvert.Cli.Inspect;

/// <summary>A summary for programs.</summary>
internal static class SummaryJson
{
    public static void Write(Utf8JsonWriter json, ModelSummary summary)
    {
        json.WriteStartObject();
        json.WriteString("file", summary.File);
        json.WriteString("format", summary.Format);
        json.WriteNumber("bytes", summary.Bytes);
        WritePairs(json, "facts", summary.Facts);
        json.WriteStartArray("graphs");
        foreach (var graph in summary.Graphs)
            WriteGraph(json, graph);
        json.WriteEndArray();
        json.WriteStartArray("signatures");
        foreach (var signature in summary.Signatures)
            WriteSignature(json, signature);
        json.WriteEndArray();
        WritePairs(json, "metadata", summary.Metadata);
        foreach (var (heading, rows) in summary.Sections)
            WritePairs(json, heading, rows);
        json.WriteStartArray("warnings");
        foreach (string warning in summary.Warnings)
            json.WriteStringValue(warning);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteGraph(Utf8JsonWriter json, GraphSummary graph)
    {
        json.WriteStartObject();
        json.WriteString("name", graph.Name);
        WritePairs(json, "inputs", graph.Inputs.Select(tensor => (tensor.Name, tensor.Text)), "tensor");
        WritePairs(json, "outputs", graph.Outputs.Select(tensor => (tensor.Name, tensor.Text)), "tensor");
        json.WriteStartObject("operators");
        foreach (var (name, count) in graph.Operators)
            json.WriteNumber(name, count);
        json.WriteEndObject();
        json.WriteNumber("constants", graph.Constants);
        json.WriteNumber("constantBytes", graph.ConstantBytes);
        if (graph.Tensors is { } tensors)
            WritePairs(json, "tensors", tensors);
        if (graph.Nodes is { } nodes)
            WritePairs(json, "nodes", nodes);
        json.WriteEndObject();
    }

    private static void WriteSignature(Utf8JsonWriter json, SignatureSummary signature)
    {
        json.WriteStartObject();
        json.WriteString("key", signature.Key);
        WritePairs(json, "inputs", signature.Inputs, "tensor");
        WritePairs(json, "outputs", signature.Outputs, "tensor");
        json.WriteEndObject();
    }

    /// <summary>An array of objects: names need not be unique.</summary>
    private static void WritePairs(Utf8JsonWriter json, string name, IEnumerable<(string Name, string Text)> pairs, string textName = "text")
    {
        json.WriteStartArray(name);
        foreach (var (key, text) in pairs)
        {
            json.WriteStartObject();
            json.WriteString("name", key);
            json.WriteString(textName, text);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
