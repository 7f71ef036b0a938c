namespace OnnxConvert.Ir;

/// <summary>An owner beside a model of all its mapped files, for as long as something works on the model's constants.</summary>
/// <example><code>using MappedFileSet held = MappedFileSet.Of(model);   // model.Dispose() on another thread does no harm until here ends</code></example>
public sealed class MappedFileSet : IDisposable
{
    private readonly List<MappedFile> _files = [];

    private MappedFileSet()
    {
    }

    /// <summary>Takes part in owning a model's files.</summary>
    /// <exception cref="ObjectDisposedException">The model let its files go just now.</exception>
    public static MappedFileSet Of(Model model) => Of(model.MappedFiles);

    /// <summary>Takes part in owning files.</summary>
    /// <exception cref="ObjectDisposedException">One of them was disposed.</exception>
    public static MappedFileSet Of(IEnumerable<MappedFile> files)
    {
        var set = new MappedFileSet();
        try
        {
            foreach (MappedFile file in files)
                set._files.Add(file.Share());
            return set;
        }
        catch
        {
            set.Dispose();
            throw;
        }
    }

    /// <summary>Lets the files go, to those who own them otherwise.</summary>
    public void Dispose()
    {
        _files.ForEach(file => file.Dispose());
        _files.Clear();
    }
}
