using OnnxConvert.Ir;

namespace OnnxConvert.Files;

/// <summary>
/// Writes files under temporary names beside their places and moves them there when all are complete, so that a failure leaves
/// no half-written file, and existing ones stay as they were: all of them, or none is replaced.
/// </summary>
/// <remarks>
/// The last file is moved over its place in one step of the file system; those before it replace files that are set aside until
/// then, and are put back if a later step fails. A process that is killed between these steps can leave new data beside an old model.
/// </remarks>
/// <param name="mapped">
/// The mapped files of the model that is written: Windows replaces no file that is mapped, and the error then says who holds it.
/// </param>
public sealed class AtomicFile(IReadOnlyList<MappedFile>? mapped = null) : IDisposable
{
    private readonly List<Entry> _files = [];

    /// <summary>Opens a temporary file that <see cref="Commit"/> moves to <paramref name="path"/>; the caller closes the stream first.</summary>
    /// <exception cref="IOException">The file cannot be created.</exception>
    public FileStream Create(string path)
    {
        string final = Path.GetFullPath(path);
        var entry = new Entry(final, Beside(final, "tmp"));
        var stream = new FileStream(entry.Temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16);
        _files.Add(entry);
        return stream;
    }

    /// <summary>Moves the files into place, in the order in which they were created. The one that refers to the others comes last.</summary>
    /// <exception cref="IOException">A file cannot be replaced; all are as they were.</exception>
    public void Commit()
    {
        try
        {
            for (int i = 0; i < _files.Count; i++)
                _files[i].MoveIntoPlace(isLast: i == _files.Count - 1, mapped ?? []);
        }
        catch
        {
            foreach (Entry file in _files.AsEnumerable().Reverse())
                file.PutBack();
            throw;
        }

        foreach (Entry file in _files)
            file.Forget();
        _files.Clear();
    }

    /// <summary>Deletes what was not committed.</summary>
    public void Dispose()
    {
        foreach (Entry file in _files)
            File.Delete(file.Temporary);
        _files.Clear();
    }

    /// <summary>A name beside a file that no other writer has, of this process or another.</summary>
    private static string Beside(string path, string extension) => $"{path}.{Path.GetRandomFileName()}.{extension}";

    internal static string Refusal(string path, Exception cause, IReadOnlyList<MappedFile> mapped) => mapped.Any(file => file.Path == path)
        ? $"'{path}' cannot be replaced: the model that is being saved was loaded from it and reads its constants there ({cause.Message}). Save it elsewhere, dispose the model and whatever shares its constants, then move the file."
        : $"'{path}' cannot be replaced ({cause.Message}). If a model that was loaded from it is still in use, dispose it first: not every system replaces a file that is mapped into memory.";

    private sealed class Entry(string final, string temporary)
    {
        private string? _aside;
        private bool _isInPlace;

        public string Temporary => temporary;

        public void MoveIntoPlace(bool isLast, IReadOnlyList<MappedFile> mapped)
        {
            try
            {
                if (!isLast && File.Exists(final))
                {
                    string aside = Beside(final, "old");
                    File.Move(final, aside);
                    _aside = aside;
                }

                File.Move(temporary, final, overwrite: true);
                _isInPlace = true;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException && File.Exists(final))
            {
                throw new IOException(Refusal(final, e, mapped), e);
            }
        }

        public void PutBack()
        {
            if (_isInPlace)
                File.Move(final, temporary);
            if (_aside is not null)
                File.Move(_aside, final);
        }

        /// <summary>Deletes what was replaced, if the system lets that go.</summary>
        public void Forget()
        {
            try
            {
                if (_aside is not null)
                    File.Delete(_aside);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Windows keeps a mapped file; it is complete and out of the way.
            }
        }
    }
}
