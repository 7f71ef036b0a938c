namespace OnnxConvert.Cli;

/// <summary>The recorded data beside the repository, which not every machine has.</summary>
internal static class SharedData
{
    /// <summary>A folder of ../shared (or ONNXCONVERT_SHARED); the test is ignored where it does not exist.</summary>
    public static string Require(params string[] parts)
    {
        string root = Environment.GetEnvironmentVariable("ONNXCONVERT_SHARED") ?? Path.Combine(Repository, "..", "shared");
        string path = Path.GetFullPath(Path.Combine([root, .. parts]));
        if (!Path.Exists(path))
            Assert.Ignore($"Needs the recorded data '{path}' (set ONNXCONVERT_SHARED).");
        return path;
    }

    public static string Repository { get; } = FindRepository();

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "OnnxConvert.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("OnnxConvert.sln is in no folder above the tests.");
    }
}
