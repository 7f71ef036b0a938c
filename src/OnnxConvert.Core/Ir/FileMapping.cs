using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.IO.MemoryMappedFiles;
using Microsoft.Win32.SafeHandles;

namespace OnnxConvert.Ir;

/// <summary>The mapping behind a <see cref="MappedFile"/>: counted owners, and the view's own count of those who are pinning it.</summary>
/// <remarks>The view's handle unmaps when the last owner has gone and the last pin was released, or when it is finalized.</remarks>
internal sealed unsafe class FileMapping : IPinnable
{
    private readonly SafeMemoryMappedViewHandle? _view;
    private readonly byte* _start;
    private int _owners = 1;

    private FileMapping(string path, SafeMemoryMappedViewHandle? view, long length)
    {
        Path = path;
        Length = length;
        _view = view;
        _start = view is null ? null : (byte*)view.DangerousGetHandle();
    }

    public string Path { get; }

    public long Length { get; }

    public static FileMapping Open(string path)
    {
        path = System.IO.Path.GetFullPath(path);
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        long length = stream.Length;
        if (length == 0)
            return new FileMapping(path, null, 0);
        using var file = MemoryMappedFile.CreateFromFile(stream, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        // The view keeps the mapping alive after the file objects are closed. A view from the start on begins at its handle.
        return new FileMapping(path, file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read).SafeMemoryMappedViewHandle, length);
    }

    public void AddOwner()
    {
        int owners;
        do
        {
            owners = Volatile.Read(ref _owners);
            if (owners == 0)
                ThrowDisposed();
        }
        while (Interlocked.CompareExchange(ref _owners, owners + 1, owners) != owners);
    }

    public void RemoveOwner()
    {
        if (Interlocked.Decrement(ref _owners) == 0)
            _view?.Dispose();
    }

    public ReadOnlyMemory<byte> Slice(long offset, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, Length - length);
        return length == 0 ? ReadOnlyMemory<byte>.Empty : new View(this, offset, length).Memory;
    }

    /// <summary>Keeps the mapping until the handle is disposed, whatever becomes of the owners.</summary>
    /// <param name="offset">Where the handle's pointer points, from the start of the file.</param>
    public MemoryHandle Pin(long offset)
    {
        CheckOwned();
        // Throws if the last owner went just now.
        bool isAdded = false;
        _view?.DangerousAddRef(ref isAdded);
        return new MemoryHandle(_start + offset, pinnable: this);
    }

    MemoryHandle IPinnable.Pin(int elementIndex) => Pin(elementIndex);

    public void Unpin() => _view?.DangerousRelease();

    [DoesNotReturn]
    public void ThrowDisposed() =>
        throw new ObjectDisposedException(nameof(MappedFile), $"'{Path}' is no longer mapped: the model that was loaded from it, and every model that shares its weights, was disposed.");

    private void CheckOwned()
    {
        if (Volatile.Read(ref _owners) == 0)
            ThrowDisposed();
    }

    // Safety: offset and length were checked against the mapping; spans are given out while it has an owner, and MappedFile says
    // how long they hold.
    private sealed class View(FileMapping mapping, long offset, int length) : MemoryManager<byte>
    {
        public override Span<byte> GetSpan()
        {
            mapping.CheckOwned();
            return new(mapping._start + offset, length);
        }

        public override MemoryHandle Pin(int elementIndex = 0) => mapping.Pin(offset + elementIndex);

        // Handles name the mapping, which releases them.
        public override void Unpin() => mapping.Unpin();

        protected override void Dispose(bool disposing)
        {
        }
    }
}
