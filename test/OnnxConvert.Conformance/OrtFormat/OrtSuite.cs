using System.Globalization;

namespace OnnxConvert.Conformance.OrtFormat;

/// <summary>All models of a folder, .onnx files as they are and .tflite files after conversion.</summary>
internal static class OrtSuite
{
    private const int Opset = 18;

    public static IReadOnlyList<OrtResult> Run(string folder, string? only, Action<OrtResult> report)
    {
        var results = new List<OrtResult>();
        foreach (string path in Find(folder))
        {
            string name = NameOf(folder, path);
            if (only is not null && !name.Contains(only, StringComparison.Ordinal))
                continue;
            OrtResult result = path.EndsWith(".onnx", StringComparison.Ordinal) ? OrtRoundTrips.Run(name, path) : RunConverted(name, path);
            report(result);
            results.Add(result);
        }

        return results;
    }

    /// <summary>One line for all.</summary>
    public static string Summary(IReadOnlyList<OrtResult> results)
    {
        int Count(Func<OrtResult, bool> predicate) => results.Count(predicate);
        int failed = Count(r => r.Stage is not (Stage.Pass or Stage.Skipped));
        double[] ratios = [.. results.Where(r => r.Sizes is { Ours: > 0, Theirs: > 0 }).Select(r => (double)r.Sizes.Ours / r.Sizes.Theirs).Order()];
        string sizes = ratios.Length == 0 ? "" : string.Create(
            CultureInfo.InvariantCulture, $"; size to ONNX Runtime's: median {ratios[ratios.Length / 2]:0.000}, largest {ratios[^1]:0.000}, above 1.02: {ratios.Count(r => r > 1.02)} of {ratios.Length}");
        return $"{Count(r => r.Stage == Stage.Pass)} passed, {failed} failed, {Count(r => r.Stage == Stage.Skipped)} skipped{sizes}";
    }

    /// <summary>The model files of a folder, or the one file.</summary>
    public static IEnumerable<string> Find(string folder) => File.Exists(folder)
        ? [folder]
        : Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(path => Path.GetExtension(path) is ".onnx" or ".tflite")
            .Order(StringComparer.Ordinal);

    // The models of ONNX's tests are all called model.onnx; their folders have the names.
    private static string NameOf(string folder, string path)
    {
        string name = Path.ChangeExtension(Path.GetRelativePath(folder, path), null).Replace('\\', '/');
        return name.EndsWith("/model", StringComparison.Ordinal) ? name[..^"/model".Length] : name == "." ? Path.GetFileNameWithoutExtension(path) : name;
    }

    private static OrtResult RunConverted(string name, string path)
    {
        using var folder = new TemporaryFolder();
        string onnx = folder.Path("model.onnx");
        try
        {
            Converter.FromTfLite(path).ToOnnx(Opset).Save(onnx);
            return OrtRoundTrips.Run(name, onnx);
        }
        catch (OnnxConvertException exception)
        {
            return new OrtResult(name, Stage.Skipped) { Error = exception.Message.ReplaceLineEndings(" ") };
        }
    }
}
