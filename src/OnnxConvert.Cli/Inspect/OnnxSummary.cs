using System.Globalization;
using OnnxConvert.Ir;

namespace OnnxConvert.Cli.Inspect;

/// <summary>Summarizes an .onnx file.</summary>
internal static class OnnxSummary
{
    public static ModelSummary Of(string path, GraphDetails details)
    {
        using var model = OnnxModel.Load(path);
        return new ModelSummary(
            path, string.Create(CultureInfo.InvariantCulture, $"ONNX IR version {model.IrVersion}"), new FileInfo(path).Length)
        {
            Facts = Facts(model),
            Graphs =
            [
                GraphSummaries.Of(model.Graph, plainDomain: "", details),
                .. model.Functions.Select(function => GraphSummaries.Of(function.Body, plainDomain: "", details)),
            ],
            Metadata = [.. model.Metadata.Select(entry => (entry.Key, OneLine(entry.Value)))],
        };
    }

    public static List<(string, string)> Facts(Model model)
    {
        var opsets = model.OpsetImports.Select(import => string.Create(
            CultureInfo.InvariantCulture, $"{(import.Key.Length > 0 ? import.Key : "ai.onnx")} {import.Value}"));
        var facts = new List<(string, string)> { ("opset", string.Join(", ", opsets)) };
        if (model.ProducerName.Length > 0)
            facts.Add(("made by", $"{model.ProducerName} {model.ProducerVersion}".TrimEnd()));
        if (!string.IsNullOrEmpty(model.DocString))
            facts.Add(("description", model.DocString));
        return facts;
    }

    /// <summary>Labels are hundreds of lines; the file has them.</summary>
    private static string OneLine(string text)
    {
        const int Shown = 3;
        string[] lines = text.Split('\n');
        return lines.Length == 1 ? text : string.Create(CultureInfo.InvariantCulture, $"{lines.Length} lines: {string.Join(", ", lines.Take(Shown))}, …");
    }
}
