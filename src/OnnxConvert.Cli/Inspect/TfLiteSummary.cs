using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using OnnxConvert.Cli.Convert;
using OnnxConvert.Ir;
using OnnxConvert.TfLite;

namespace OnnxConvert.Cli.Inspect;

/// <summary>Summarizes a .tflite file.</summary>
internal static class TfLiteSummary
{
    private const int LongestText = 200;

    public static ModelSummary Of(string path, TfLiteModel model, GraphDetails details) =>
        new(path, string.Create(CultureInfo.InvariantCulture, $"TFLite version {model.SchemaVersion}"), new FileInfo(path).Length)
        {
            Facts = Facts(model),
            Graphs = [.. model.Subgraphs.Select(graph => GraphSummaries.Of(graph, TfLiteOps.Domain, details))],
            Signatures = [.. model.Signatures.Select(s => new SignatureSummary(s.Key, Names(s.Inputs), Names(s.Outputs)))],
            Metadata =
            [
                .. model.Metadata.Select(block => (block.Name, Contents(block.Bytes.Span))),
                .. model.AssociatedFiles.Select(file => (file.Name, "file, " + FileSizes.Text(file.Length))),
            ],
            Warnings = model.Warnings,
        };

    private static List<(string, string)> Facts(TfLiteModel model)
    {
        var facts = new List<(string, string)>();
        if (model.Description.Length > 0)
            facts.Add(("description", model.Description));
        if (model.MinRuntimeVersion is { } version)
            facts.Add(("runs from TFLite", version));
        if (model.ModelMetadata is { } metadata)
        {
            Add(facts, "name", metadata.Name);
            Add(facts, "version", metadata.Version);
            Add(facts, "author", metadata.Author);
            Add(facts, "license", metadata.License);
            AddTensors(facts, "input", metadata.Inputs);
            AddTensors(facts, "output", metadata.Outputs);
        }
        return facts;
    }

    private static void Add(List<(string, string)> facts, string name, string text)
    {
        if (text.Length > 0)
            facts.Add((name, text.ReplaceLineEndings(" ")));
    }

    private static void AddTensors(List<(string, string)> facts, string kind, ImmutableArray<TfLiteTensorMetadata> tensors)
    {
        for (int i = 0; i < tensors.Length; i++)
        {
            var about = tensors[i];
            string normalization = about.Mean.Length > 0 ? $"(x − {Text(about.Mean)}) / {Text(about.Std)}" : "";
            string?[] parts = [about.Name, about.Description, normalization, about.AxisLabelFile ?? about.ValueLabelFile];
            Add(facts, string.Create(CultureInfo.InvariantCulture, $"{kind} {i}"), string.Join("; ", parts.Where(part => !string.IsNullOrEmpty(part))));
        }
    }

    private static string Text(ImmutableArray<float> values) =>
        values.Length == 1 ? values[0].ToString(CultureInfo.InvariantCulture) : $"({string.Join(", ", values.Select(value => value.ToString(CultureInfo.InvariantCulture)))})";

    private static List<(string, string)> Names(IEnumerable<KeyValuePair<string, Value>> tensors) =>
        [.. tensors.Select(tensor => (tensor.Key, tensor.Value.Name))];

    /// <summary>Text as text, anything else as its size.</summary>
    private static string Contents(ReadOnlySpan<byte> bytes)
    {
        var text = bytes.TrimEnd((byte)0);
        bool readable = text.Length is > 0 and <= LongestText && !text.ContainsAnyExceptInRange((byte)' ', (byte)'~');
        return readable ? Encoding.ASCII.GetString(text) : FileSizes.Text(bytes.Length);
    }
}
