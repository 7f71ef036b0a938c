namespace OnnxConvert.TfLite.Tests;

/// <summary>Where the tests find models: those of the repository, and those beside it.</summary>
internal static class TestData
{
    public static string RepositoryRoot { get; } = FindRoot();

    public static string Fixtures => Path.Combine(RepositoryRoot, "test", "data", "fixtures");

    public static IEnumerable<string> FixtureNames =>
        Directory.GetFiles(Fixtures, "*.tflite").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal);

    public static string FixturePath(string name) => Path.Combine(Fixtures, name + ".tflite");

    public static byte[] FixtureBytes(string name) => File.ReadAllBytes(FixturePath(name));

    /// <summary>A folder of the shared test data; the test is skipped where it is not.</summary>
    public static string Shared(string folder)
    {
        string root = Environment.GetEnvironmentVariable("ONNXCONVERT_SHARED") ?? Path.Combine(RepositoryRoot, "..", "shared");
        string path = Path.GetFullPath(Path.Combine(root, folder));
        if (!Directory.Exists(path))
            Assert.Ignore($"The shared test data is not at '{path}'; set ONNXCONVERT_SHARED to where it is.");
        return path;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "OnnxConvert.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("The tests run outside the repository.");
    }
}
