using System.Collections.Immutable;
using System.IO.Compression;

namespace OnnxConvert.TfLite.Reading;

/// <summary>Lists the ZIP archive that may follow the FlatBuffer. Its offsets count from the start of the file.</summary>
internal static class AssociatedFileReader
{
    // The end record of a ZIP archive, with the longest comment that it can have.
    private const int LongestEnd = 22 + ushort.MaxValue;

    /// <remarks>What follows the FlatBuffer may be anything; only a well-formed archive is listed.</remarks>
    public static unsafe ImmutableArray<TfLiteAssociatedFile> List(TfLiteFile file)
    {
        var bytes = file.Head;
        if (file.Length != bytes.Length || bytes.Span[Math.Max(0, bytes.Length - LongestEnd)..].LastIndexOf("PK\x05\x06"u8) < 0)
            return [];

        using var pin = bytes.Pin();
        using var stream = new UnmanagedMemoryStream((byte*)pin.Pointer, bytes.Length);
        try
        {
            using var archive = new ZipArchive(stream, ZipArchiveMode.Read);
            return [.. archive.Entries.Select(e => new TfLiteAssociatedFile(e.FullName, e.Length, e.CompressedLength))];
        }
        catch (Exception e) when (e is InvalidDataException or IOException or ArgumentException or NotSupportedException)
        {
            return [];
        }
    }
}
