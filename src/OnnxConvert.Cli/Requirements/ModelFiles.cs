namespace OnnxConvert.Cli.Requirements;

/// <summary>The model files that paths stand for.</summary>
internal static class ModelFiles
{
    // The reference's converter keeps these beside what it made of them.
    private const string Intermediate = ".optimized.onnx";

    /// <summary>Files as they are; of folders the .onnx, .ort and .tflite files below, in the order of their names.</summary>
    /// <exception cref="UsageException">A path does not exist, or a folder has no models.</exception>
    public static IReadOnlyList<string> Find(IEnumerable<string> paths) => [.. paths.SelectMany(FindOne).Distinct(StringComparer.Ordinal)];

    private static IEnumerable<string> FindOne(string path)
    {
        if (File.Exists(path))
            return [path];
        if (!Directory.Exists(path))
            throw new UsageException($"There is no file or folder '{path}'.");
        List<string> files = [.. Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Where(IsModel).Order(StringComparer.Ordinal)];
        return files.Count > 0 ? files : throw new UsageException($"There is no .onnx, .ort or .tflite file in '{path}' or below.");
    }

    private static bool IsModel(string path) =>
        (path.EndsWith(".onnx", StringComparison.OrdinalIgnoreCase) && !path.EndsWith(Intermediate, StringComparison.OrdinalIgnoreCase))
        || path.EndsWith(".ort", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".tflite", StringComparison.OrdinalIgnoreCase);
}
