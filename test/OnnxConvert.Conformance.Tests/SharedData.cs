namespace OnnxConvert.Conformance;

/// <summary>Where the test data lie: our own models in the repository, the large recorded sets outside of it.</summary>
internal static class SharedData
{
    /// <summary>The folder with OnnxConvert.sln.</summary>
    public static string Repository { get; } = FindRepository();

    /// <summary>The models that we made ourselves, with golden data in <c>golden</c>.</summary>
    public static string Fixtures => Path.Combine(Repository, "test", "data", "fixtures");

    /// <summary>A path under ../shared (or ONNXCONVERT_SHARED); the test is ignored where it does not exist.</summary>
    public static string Require(params string[] parts)
    {
        string root = Environment.GetEnvironmentVariable("ONNXCONVERT_SHARED") ?? Path.Combine(Repository, "..", "shared");
        if (!Directory.Exists(root))
            root = Path.Combine(Repository, "..", "..", "shared");   // a git worktree beside the checkout's folder
        string path = Path.Combine([root, .. parts]);
        if (!Path.Exists(path))
            Assert.Ignore($"Needs the recorded data '{Path.GetFullPath(path)}' (set ONNXCONVERT_SHARED).");
        return path;
    }

    public static string KnownFailures(string name) =>
        Path.Combine(Repository, "test", "OnnxConvert.Conformance", "known-failures", name);

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "OnnxConvert.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("OnnxConvert.sln is in no folder above the tests.");
    }
}
