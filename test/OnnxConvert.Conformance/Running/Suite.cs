using OnnxConvert.Conformance.Data;

namespace OnnxConvert.Conformance.Running;

/// <summary>The cases of a request: their names, and each one's data when it is its turn.</summary>
internal sealed class Suite : IDisposable
{
    private readonly CaseArchive? _archive;
    private readonly SuiteRequest _request;

    public Suite(SuiteRequest request)
    {
        _request = request;
        IEnumerable<string> names;
        if (request.GoldenFolder is null)
        {
            _archive = new CaseArchive(request.Path);
            names = _archive.Names;
        }
        else
        {
            names = Directory.EnumerateFiles(request.Path, "*.tflite").Select(path => Path.GetFileNameWithoutExtension(path));
        }
        Names = [.. names
            .Where(name => request.Only is null || name.Contains(request.Only, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];
    }

    public IReadOnlyList<string> Names { get; }

    public ConformanceCase Read(string name) => _archive is not null
        ? _archive.Read(name)
        : GoldenFolder.Read(Path.Combine(_request.Path, name + ".tflite"), _request.GoldenFolder!);

    public void Dispose() => _archive?.Dispose();
}
