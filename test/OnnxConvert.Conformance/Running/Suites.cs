using OnnxConvert.Conformance.Data;

namespace OnnxConvert.Conformance.Running;

/// <summary>The two kinds of recorded data, run whole.</summary>
internal static class Suites
{
    /// <summary>A folder of models with a folder of golden data.</summary>
    public static IReadOnlyList<CaseResult> Models(
        SuiteRunner runner, string modelsFolder, string goldenFolder, string? only = null, Action<CaseResult>? finished = null)
    {
        if (!Directory.Exists(modelsFolder))
            throw new DirectoryNotFoundException($"There is no folder '{modelsFolder}'.");
        var names = Directory.EnumerateFiles(modelsFolder, "*.tflite").Select(path => Path.GetFileNameWithoutExtension(path));
        return runner.Run(
            Select(names, only), name => GoldenFolder.Read(Path.Combine(modelsFolder, name + ".tflite"), goldenFolder), finished);
    }

    /// <summary>An archive of one-operator cases.</summary>
    public static IReadOnlyList<CaseResult> Cases(
        SuiteRunner runner, string archivePath, string? only = null, Action<CaseResult>? finished = null)
    {
        using var archive = new CaseArchive(archivePath);
        return runner.Run(Select(archive.Names, only), archive.Read, finished);
    }

    private static List<string> Select(IEnumerable<string> names, string? only) =>
        [.. names.Where(name => only is null || name.Contains(only, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
}
