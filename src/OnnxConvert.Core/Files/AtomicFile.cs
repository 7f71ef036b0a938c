namespace OnnxConvert.Files;

/// <summary>
/// Writes files under temporary names beside their places and moves them there when all are complete,
/// so that a failure leaves no half-written file, and an existing one stays as it was.
/// </summary>
internal sealed class AtomicFile : IDisposable
{
    private readonly List<(string Temporary, string Final)> _files = [];

    /// <summary>Opens a temporary file that <see cref="Commit"/> moves to <paramref name="path"/>; the caller closes the stream first.</summary>
    public FileStream Create(string path)
    {
        string final = Path.GetFullPath(path);
        string temporary = $"{final}.{Environment.ProcessId}.tmp";
        _files.Add((temporary, final));
        return new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16);
    }

    /// <summary>Moves the files into place, in the order in which they were created.</summary>
    public void Commit()
    {
        foreach ((string temporary, string final) in _files) File.Move(temporary, final, overwrite: true);
        _files.Clear();
    }

    /// <summary>Deletes what was not committed.</summary>
    public void Dispose()
    {
        foreach ((string temporary, _) in _files) File.Delete(temporary);
        _files.Clear();
    }
}
