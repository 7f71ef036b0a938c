namespace OnnxConvert.Core.Tests.Files;

/// <summary>The models of ONNX's backend tests, from the shared data beside the repository or where ONNXCONVERT_SHARED says.</summary>
internal static class BackendModels
{
    public static string Root { get; } = Path.Combine(Shared(), "onnx-backend-tests");

    /// <summary>All models under a folder of the data; the test is ignored where there is no such data.</summary>
    public static IReadOnlyList<string> Find(string folder = "")
    {
        string root = Path.Combine(Root, folder);
        if (!Directory.Exists(root))
            Assert.Ignore($"The ONNX backend tests are not at '{root}'; set ONNXCONVERT_SHARED to the folder that holds them.");
        return [.. Directory.EnumerateFiles(root, "*.onnx", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
    }

    public static string NameOf(string path) => Path.GetRelativePath(Root, path);

    private static string Shared()
    {
        if (Environment.GetEnvironmentVariable("ONNXCONVERT_SHARED") is { Length: > 0 } shared)
            return shared;
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "OnnxConvert.sln")))
            folder = Path.GetDirectoryName(folder);
        return Path.Combine(folder ?? ".", "..", "shared");
    }
}
