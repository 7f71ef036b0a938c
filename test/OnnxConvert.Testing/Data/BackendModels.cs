namespace OnnxConvert.Testing.Data;

/// <summary>The models of ONNX's backend tests among the recorded data.</summary>
public static class BackendModels
{
    private const string Folder = "onnx-backend-tests";

    /// <summary>The folder of the tests; the test is ignored where there are no such data.</summary>
    public static string Root => SharedData.Require(Folder);

    /// <summary>All models under a folder of the tests; the test is ignored where there are no such data.</summary>
    public static IReadOnlyList<string> Find(string folder = "") => In(SharedData.Require(Folder, folder));

    /// <summary>All models under any folder.</summary>
    public static IReadOnlyList<string> In(string root) =>
        [.. Directory.EnumerateFiles(root, "*.onnx", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    public static string NameOf(string path) => Path.GetRelativePath(Root, path);
}
