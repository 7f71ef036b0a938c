using System.Runtime.InteropServices;

namespace OnnxConvert.Files.FlatBuffers;

/// <summary>The bytes of a FlatBuffers file after verification, in the array that the FlatBuffers package asks for.</summary>
/// <remarks>
/// An array is read where it lies; of any other memory, such as a mapped file, everything but the payloads is copied to the
/// same places of an array whose other pages are never touched.
/// </remarks>
internal sealed class VerifiedFile
{
    private readonly ReadOnlyMemory<byte> _bytes;

    /// <exception cref="InvalidModelException">The structure is broken; the message has the table and the byte.</exception>
    public VerifiedFile(FlatBufferLayout layout, ReadOnlyMemory<byte> bytes)
    {
        _bytes = bytes;
        bool isArray = MemoryMarshal.TryGetArray(bytes, out ArraySegment<byte> array);
        Structure = isArray ? array.Array! : new byte[bytes.Length];
        Start = isArray ? array.Offset : 0;
        FlatBufferVerifier.Verify(layout, bytes.Span, isArray ? [] : Structure);
    }

    /// <summary>The array that holds all tables, vectors and strings.</summary>
    public byte[] Structure { get; }

    /// <summary>Where the file starts in <see cref="Structure"/>.</summary>
    public int Start { get; }

    /// <summary>A view of the file for a vector of bytes that a generated accessor gave.</summary>
    public ReadOnlyMemory<byte> View(ArraySegment<byte> vector) => _bytes.Slice(vector.Offset - Start, vector.Count);
}
