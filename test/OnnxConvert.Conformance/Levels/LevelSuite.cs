
namespace OnnxConvert.Conformance.Levels;

/// <summary>Models that are optimized in one or several ways; each is read, or converted, once.</summary>
internal static class LevelSuite
{
    /// <summary>Runs all models.</summary>
    /// <param name="paths">.tflite and .onnx files, or folders of them.</param>
    /// <param name="requests">What to do with each model.</param>
    /// <param name="opset">The opset to which .tflite models are converted first.</param>
    /// <param name="only">Only models whose name contains this; null for all.</param>
    /// <returns>By request, the results in the order of the files.</returns>
    public static IReadOnlyList<IReadOnlyList<CaseResult>> Run(IEnumerable<string> paths, IReadOnlyList<LevelRequest> requests, int opset = 18, string? only = null)
    {
        var converter = new ModelConverter();
        LevelRunner[] runners = [.. requests.Select(request => new LevelRunner(request))];
        List<CaseResult>[] results = [.. requests.Select(_ => new List<CaseResult>())];
        foreach (string path in Files(paths))
        {
            string name = NameOf(path);
            if (only is not null && !name.Contains(only, StringComparison.Ordinal))
                continue;
            byte[]? onnx = null;
            string refusal = "";
            try
            {
                onnx = Read(converter, path, opset);
            }
            catch (Exception exception) when (exception is ConversionRefusedException or OnnxConvertException)
            {
                refusal = exception.Message;
            }

            for (int i = 0; i < runners.Length; i++)
                results[i].Add(onnx is null ? new CaseResult(name, Stage.Skipped) { Error = refusal } : runners[i].Run(name, onnx));
        }

        return results;
    }

    private static IEnumerable<string> Files(IEnumerable<string> paths) => paths
        .SelectMany(path => Directory.Exists(path) ? Directory.EnumerateFiles(path, "*.*", SearchOption.AllDirectories) : [path])
        .Where(path => Path.GetExtension(path) is ".tflite" or ".onnx")
        .Order(StringComparer.Ordinal);

    /// <summary>Test suites call every file model.onnx, and the folder after the case.</summary>
    private static string NameOf(string path) => Path.GetFileName(path) == "model.onnx"
        ? Path.GetFileName(Path.GetDirectoryName(path))!
        : Path.GetFileNameWithoutExtension(path);

    private static byte[] Read(ModelConverter converter, string path, int opset) => Path.GetExtension(path) == ".tflite"
        ? converter.Convert(ModelSource.File(path), new ConvertSettings(opset)).Onnx
        : File.ReadAllBytes(path);
}
