using System.Buffers;
using System.IO.MemoryMappedFiles;
using Microsoft.Win32.SafeHandles;

namespace OnnxConvert.Ir;

/// <summary>
/// A file mapped read-only into memory. Slices are views: nothing is read before it is touched, nothing is copied.
/// The mapping lives as long as this object or one of its slices is referenced.
/// </summary>
public sealed unsafe class MappedFile
{
    private readonly SafeMemoryMappedViewHandle? _view;
    private readonly byte* _start;

    private MappedFile(SafeMemoryMappedViewHandle? view, byte* start, long length)
    {
        _view = view;
        _start = start;
        Length = length;
    }

    /// <summary>Gives the mapping back once neither this object nor a slice is in use.</summary>
    ~MappedFile() => _view?.ReleasePointer();

    /// <summary>The length of the file in bytes when it was opened.</summary>
    public long Length { get; }

    /// <summary>Maps a file.</summary>
    /// <exception cref="IOException">The file cannot be opened or mapped.</exception>
    public static MappedFile Open(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        long length = stream.Length;
        if (length == 0)
            return new MappedFile(null, null, 0);
        using var file = MemoryMappedFile.CreateFromFile(stream, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        // The view keeps the mapping alive after the file objects are closed.
        MemoryMappedViewAccessor accessor = file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        byte* start = null;
        accessor.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        return new MappedFile(accessor.SafeMemoryMappedViewHandle, start, length);
    }

    /// <summary>A view of a part of the file.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The part does not lie within the file.</exception>
    public ReadOnlyMemory<byte> Slice(long offset, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, Length - length);
        return length == 0 ? ReadOnlyMemory<byte>.Empty : new View(this, offset, length).Memory;
    }

    // Safety: offset and length were checked against the mapping, which the view keeps alive through its owner.
    private sealed class View(MappedFile owner, long offset, int length) : MemoryManager<byte>
    {
        public override Span<byte> GetSpan() => new(owner._start + offset, length);

        public override MemoryHandle Pin(int elementIndex = 0) => new(owner._start + offset + elementIndex);

        public override void Unpin()
        {
        }

        protected override void Dispose(bool disposing)
        {
        }
    }
}
