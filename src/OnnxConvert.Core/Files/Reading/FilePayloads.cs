using System.Buffers.Binary;
using Google.Protobuf;

namespace OnnxConvert.Files.Reading;

/// <summary>Finds the payloads that <see cref="PayloadCutter"/> left in the file.</summary>
internal sealed class FilePayloads(ReadOnlyMemory<byte> file)
{
    // Strings are asked for often, and hardly ever long.
    private const int ShortString = 4096;

    /// <summary>A view of the bytes of a tensor.</summary>
    public ReadOnlyMemory<byte> View(ByteString place)
    {
        if (place.IsEmpty)
            return default;
        ReadOnlySpan<byte> bytes = place.Span;
        return file.Slice(BinaryPrimitives.ReadInt32LittleEndian(bytes), BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]));
    }

    /// <summary>The bytes of a string: a copy, unless they are many.</summary>
    public ReadOnlyMemory<byte> Text(ByteString place)
    {
        ReadOnlyMemory<byte> view = View(place);
        return view.Length <= ShortString ? view.ToArray() : view;
    }
}
