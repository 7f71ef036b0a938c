using System.IO.Compression;

namespace OnnxConvert.TfLite.Reading;

/// <summary>Reads entries of ZIP archives that may be anything, in bounded memory.</summary>
internal static class ZipEntries
{
    // Deflate cannot do better, so who claims more lies.
    private const long MaxExpansion = 1032;

    private const long Slack = 1024;

    /// <exception cref="InvalidModelException">The entry is broken.</exception>
    /// <exception cref="UnsupportedModelException">It is too large for one block of memory.</exception>
    public static byte[] Read(ZipArchiveEntry entry)
    {
        if (entry.Length > Array.MaxLength)
            throw new UnsupportedModelException($"'{entry.FullName}' has {entry.Length} bytes; files in an archive up to {Array.MaxLength} bytes are supported.");
        if (entry.Length > (entry.CompressedLength * MaxExpansion) + Slack)
            throw new InvalidModelException($"'{entry.FullName}' claims to have {entry.Length} bytes, compressed to {entry.CompressedLength}.");
        try
        {
            var bytes = new byte[entry.Length];
            using Stream stream = entry.Open();
            stream.ReadExactly(bytes);
            return bytes;
        }
        catch (Exception exception) when (IsBroken(exception))
        {
            throw new InvalidModelException($"'{entry.FullName}' cannot be read from the archive: {exception.Message}");
        }
    }

    /// <summary>Opens an archive that lies in memory, for as long as a function reads it.</summary>
    public static unsafe T With<T>(ReadOnlyMemory<byte> archive, Func<ZipArchive, T> read)
    {
        using var pin = archive.Pin();
        using var stream = new UnmanagedMemoryStream((byte*)pin.Pointer, archive.Length);
        using var zip = new ZipArchive(stream, ZipArchiveMode.Read);
        return read(zip);
    }

    /// <summary>What the framework throws at archives that are broken.</summary>
    public static bool IsBroken(Exception exception) =>
        exception is InvalidDataException or IOException or ArgumentException or NotSupportedException;
}
