using OnnxConvert.Cli.Convert;
using OnnxConvert.TfLite;

namespace OnnxConvert.Cli.Inspect;

/// <summary>Summarizes a bundle of models.</summary>
internal static class BundleSummary
{
    public static ModelSummary Of(string path, TfLiteBundle bundle) => new(path, "bundle of TFLite models", new FileInfo(path).Length)
    {
        Facts = [.. bundle.Entries.Select(entry => (entry.Name, (entry.IsModel ? "model, " : "file, ") + FileSizes.Text(entry.Length)))],
    };
}
