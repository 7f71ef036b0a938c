using System.Collections.Immutable;
using System.IO.Compression;

namespace OnnxConvert.TfLite.Reading;

/// <summary>Reads the ZIP archive that may follow the FlatBuffer. Its offsets count from the start of the file.</summary>
internal static class AssociatedFileReader
{
    // The end record of a ZIP archive, with the longest comment that it can have.
    private const int LongestEnd = 22 + ushort.MaxValue;

    /// <remarks>What follows the FlatBuffer may be anything; only a well-formed archive is listed.</remarks>
    public static ImmutableArray<TfLiteAssociatedFile> List(TfLiteFile file)
    {
        var bytes = file.Head;
        if (file.Length != bytes.Length || bytes.Span[Math.Max(0, bytes.Length - LongestEnd)..].LastIndexOf("PK\x05\x06"u8) < 0)
            return [];
        try
        {
            return ZipEntries.With(file.Head, archive => archive.Entries.Select(e => new TfLiteAssociatedFile(e.FullName, e.Length, e.CompressedLength)).ToImmutableArray());
        }
        catch (Exception exception) when (ZipEntries.IsBroken(exception))
        {
            return [];
        }
    }

    /// <exception cref="ArgumentException">There is no such file.</exception>
    /// <exception cref="InvalidModelException">The archive is broken.</exception>
    public static byte[] Read(TfLiteFile file, string name)
    {
        if (!List(file).Any(one => one.Name == name))
            throw new ArgumentException($"The model has no associated file '{name}'.", nameof(name));
        return ZipEntries.With(file.Head, archive => ZipEntries.Read(archive.GetEntry(name)!));
    }
}
