namespace OnnxConvert.Testing;

/// <summary>A folder of its own for a test.</summary>
public sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("onnxconvert-test-");

    public string Root => _folder.FullName;

    /// <summary>Writes a file, and returns its path.</summary>
    public string Add(string name, string contents)
    {
        string path = Path(name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, contents);
        return path;
    }

    public string Path(string name) => System.IO.Path.Combine(_folder.FullName, name);

    /// <summary>Every file below, hidden ones included, relative and in order.</summary>
    public IReadOnlyList<string> Files() =>
        [.. _folder.EnumerateFiles("*", SearchOption.AllDirectories)
            .Select(file => System.IO.Path.GetRelativePath(_folder.FullName, file.FullName))
            .Order(StringComparer.Ordinal)];

    public void Dispose() => _folder.Delete(recursive: true);
}
