namespace OnnxConvert.Extensibility;

/// <summary>Files of the repository that the tests read.</summary>
internal static class TestData
{
    public static string Root { get; } = FindRoot();

    public static string Fixture(string name) => Path.Combine(Root, "test", "data", "fixtures", name);

    private static string FindRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "OnnxConvert.sln")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException("The tests must run below the folder of OnnxConvert.sln.");
    }
}
