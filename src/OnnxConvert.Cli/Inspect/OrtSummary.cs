using System.Globalization;
using OnnxConvert.OrtFormat;

namespace OnnxConvert.Cli.Inspect;

/// <summary>Summarizes an .ort file.</summary>
internal static class OrtSummary
{
    public static ModelSummary Of(string path, GraphDetails details)
    {
        using var model = OrtModel.Load(path);
        return new ModelSummary(
            path, string.Create(CultureInfo.InvariantCulture, $"ORT format version {model.FormatVersion}, ONNX IR version {model.Model.IrVersion}"), new FileInfo(path).Length)
        {
            Facts = OnnxSummary.Facts(model.Model),
            Graphs = [GraphSummaries.Of(model.Model.Graph, plainDomain: "", details)],
            Metadata = [.. model.Model.Metadata.Select(entry => (entry.Key, entry.Value))],
            Sections =
            [
                ("kernels", [.. RequiredOperators.Of(model).ToString().Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(line => (line, ""))]),
                ("runtime optimizations", [.. model.RuntimeOptimizations
                    .GroupBy(o => $"{o.Optimizer}: {o.Action}{(o.ProducedOperators.IsEmpty ? "" : " → " + string.Join(", ", o.ProducedOperators))}", StringComparer.Ordinal)
                    .Select(group => (group.Key, group.Count().ToString(CultureInfo.InvariantCulture)))]),
            ],
        };
    }
}
