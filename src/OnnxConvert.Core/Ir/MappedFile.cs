namespace OnnxConvert.Ir;

/// <summary>
/// One owner's hold on a file that is mapped read-only into memory. Slices are views: nothing is read before it is touched,
/// nothing is copied. The mapping goes when its last owner is disposed and nothing of it is pinned any more.
/// </summary>
/// <remarks>
/// A slice that is asked for its bytes after that throws <see cref="ObjectDisposedException"/>. A span that was taken before is
/// no longer valid: whoever works on one while another thread may dispose the owners, pins it
/// (<see cref="TensorData.Pin"/>, <see cref="ReadOnlyMemory{T}.Pin"/>). Where no owner is ever disposed, the mapping goes when
/// neither an owner nor a slice can be reached any more.
/// </remarks>
public sealed class MappedFile : IDisposable
{
    private int _isDisposed;

    private MappedFile(FileMapping mapping) => Mapping = mapping;

    /// <summary>The file's full path.</summary>
    public string Path => Mapping.Path;

    /// <summary>The length of the file in bytes when it was opened.</summary>
    public long Length => Mapping.Length;

    internal FileMapping Mapping { get; }

    /// <summary>Maps a file. The caller is the first owner.</summary>
    /// <exception cref="IOException">The file cannot be opened or mapped.</exception>
    public static MappedFile Open(string path) => new(FileMapping.Open(path));

    /// <summary>Another owner of the same mapping, to be disposed by itself.</summary>
    /// <exception cref="ObjectDisposedException">This owner was disposed.</exception>
    public MappedFile Share()
    {
        CheckDisposed();
        Mapping.AddOwner();
        return new MappedFile(Mapping);
    }

    /// <summary>A view of a part of the file, valid while the file has an owner. It may lie at any address, aligned to nothing.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The part does not lie within the file.</exception>
    /// <exception cref="ObjectDisposedException">This owner was disposed.</exception>
    public ReadOnlyMemory<byte> Slice(long offset, int length)
    {
        CheckDisposed();
        return Mapping.Slice(offset, length);
    }

    /// <summary>Whether both are owners of one mapping.</summary>
    public bool IsSameMapping(MappedFile other) => ReferenceEquals(Mapping, other.Mapping);

    /// <summary>Gives the hold up. Doing so again does nothing.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 0)
            Mapping.RemoveOwner();
    }

    private void CheckDisposed()
    {
        if (Volatile.Read(ref _isDisposed) != 0)
            Mapping.ThrowDisposed();
    }
}
