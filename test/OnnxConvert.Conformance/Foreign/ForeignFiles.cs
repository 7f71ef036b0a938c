using System.IO.Compression;

namespace OnnxConvert.Conformance.Foreign;

/// <summary>The .onnx and .ort files of a folder, or of a zip file, which is unpacked for the time being.</summary>
internal sealed class ForeignFiles : IDisposable
{
    private readonly TemporaryFolder? _unpacked;
    private readonly string _folder;

    public ForeignFiles(string path)
    {
        _folder = path;
        if (Directory.Exists(path))
            return;
        _unpacked = new TemporaryFolder();
        _folder = _unpacked.Path("models");
        ZipFile.ExtractToDirectory(path, _folder);
    }

    /// <summary>The names of the files, in their order.</summary>
    public IEnumerable<string> Names => Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories)
        .Where(path => System.IO.Path.GetExtension(path) is ".onnx" or ".ort")
        .Select(path => System.IO.Path.GetRelativePath(_folder, path).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);

    public string Folder => _folder;

    public string Path(string name) => System.IO.Path.Combine(_folder, name);

    public void Dispose() => _unpacked?.Dispose();
}
