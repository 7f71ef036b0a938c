namespace OnnxConvert.Ir;

/// <summary>A graph with all that a file says about it. It owns the mapped files that its constants are views of.</summary>
/// <remarks>
/// Disposing a model lets its files go, so that they can be replaced and deleted on every system, unless another model shares
/// them. The graph stays, but cannot be saved; and the bytes of a constant that lies in a file throw <see cref="ObjectDisposedException"/> from then on.
/// A model that is never disposed lets its files go when neither it nor its constants can be reached any more.
/// </remarks>
public sealed class Model : IDisposable
{
    private readonly Lock _lock = new();
    private List<MappedFile> _files = [];
    private bool _isDisposed;
    private Annotations _annotations;

    /// <summary>A model around a graph.</summary>
    public Model(Graph graph) => Graph = graph;

    /// <summary>The main graph.</summary>
    public Graph Graph { get; }

    /// <summary>The version of the ONNX file format, or 0 to choose it from the operator sets when the model is saved.</summary>
    public long IrVersion { get; set; }

    /// <summary>The program that made the model.</summary>
    public string ProducerName { get; set; } = "";

    /// <summary>The version of that program.</summary>
    public string ProducerVersion { get; set; } = "";

    /// <summary>The namespace of the model, in reversed DNS form.</summary>
    public string Domain { get; set; } = "";

    /// <summary>The version of the model itself.</summary>
    public long ModelVersion { get; set; }

    /// <summary>A description for people, or null.</summary>
    public string? DocString { get; set; }

    /// <summary>The operator sets that the model uses: domain (empty for ONNX's own) to version.</summary>
    public OrderedDictionary<string, long> OpsetImports { get; } = [];

    /// <summary>Named remarks that travel with the model.</summary>
    public OrderedDictionary<string, string> Metadata { get; } = [];

    /// <summary>The operators that the model defines itself.</summary>
    public IList<Function> Functions { get; } = [];

    /// <summary>What a file format or a pass keeps of the model beyond this class.</summary>
    public ref Annotations Annotations => ref _annotations;

    /// <summary>The mapped files that the model owns.</summary>
    /// <exception cref="ObjectDisposedException">The model was disposed.</exception>
    public IReadOnlyList<MappedFile> MappedFiles
    {
        get
        {
            lock (_lock)
            {
                ObjectDisposedException.ThrowIf(_isDisposed, this);
                return [.. _files];
            }
        }
    }

    /// <summary>Makes the model the one that disposes a mapped file, whose views its constants are.</summary>
    /// <exception cref="ObjectDisposedException">The model was disposed.</exception>
    public void Own(MappedFile file)
    {
        lock (_lock)
        {
            if (!_isDisposed)
            {
                _files.Add(file);
                return;
            }
        }

        file.Dispose();
        ObjectDisposedException.ThrowIf(true, this);
    }

    /// <summary>
    /// Makes the model an owner beside others of mapped files: for a model whose constants are those of another one, which
    /// then can be disposed.
    /// </summary>
    /// <exception cref="ObjectDisposedException">The model, or the other owner, was disposed.</exception>
    public void ShareFiles(IEnumerable<MappedFile> files)
    {
        foreach (MappedFile file in files)
        {
            if (!MappedFiles.Any(file.IsSameMapping))
                Own(file.Share());
        }
    }

    /// <summary>Lets the model's files go. Doing so again does nothing.</summary>
    public void Dispose()
    {
        List<MappedFile> files;
        lock (_lock)
        {
            _isDisposed = true;
            (files, _files) = (_files, []);
        }

        files.ForEach(file => file.Dispose());
    }
}
