using OnnxConvert.Testing.Data;

namespace OnnxConvert.Testing.Running;

/// <summary>The cases of a request: their names, and each one's data when it is its turn.</summary>
public sealed class Suite : IDisposable
{
    private readonly CaseArchive? _archive;
    private readonly Func<string, ConformanceCase> _read;

    public Suite(SuiteRequest request)
    {
        IEnumerable<string> names;
        switch (request.Kind)
        {
            case SuiteKind.Cases:
                _archive = new CaseArchive(request.Path);
                (names, _read) = (_archive.Names, _archive.Read);
                break;
            case SuiteKind.Backend:
                (names, _read) = (BackendFolder.Names(request.Path), name => BackendFolder.Read(request.Path, name));
                break;
            default:
                names = Directory.EnumerateFiles(request.Path, "*.tflite").Select(path => Path.GetFileNameWithoutExtension(path));
                _read = name => GoldenFolder.Read(Path.Combine(request.Path, name + ".tflite"), request.GoldenFolder!);
                break;
        }

        Names = [.. names
            .Where(name => request.Only is null || name.Contains(request.Only, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];
    }

    public IReadOnlyList<string> Names { get; }

    public ConformanceCase Read(string name) => _read(name);

    public void Dispose() => _archive?.Dispose();
}
