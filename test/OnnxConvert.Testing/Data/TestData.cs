namespace OnnxConvert.Testing.Data;

/// <summary>Files of the repository that tests read.</summary>
public static class TestData
{
    /// <summary>The folder with OnnxConvert.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The models that we made ourselves, with golden data in <c>golden</c>.</summary>
    public static string Fixtures => Path.Combine(Root, "test", "data", "fixtures");

    /// <summary>Files that people reported something about, a folder each.</summary>
    public static string Reports => Path.Combine(Root, "test", "data", "reports");

    public static IEnumerable<string> FixtureNames =>
        Directory.GetFiles(Fixtures, "*.tflite").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal);

    public static string FixturePath(string name) => Path.Combine(Fixtures, name + ".tflite");

    public static byte[] FixtureBytes(string name) => File.ReadAllBytes(FixturePath(name));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "OnnxConvert.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("OnnxConvert.sln is in no folder above the tests.");
    }
}
