using System.Collections.Immutable;
using System.IO.Compression;

namespace OnnxConvert.TfLite.Reading;

/// <summary>Lists a ZIP archive (.task) with the archives in it.</summary>
internal static class ZipBundle
{
    // A task of tasks is all that occurs.
    private const int MaxDepth = 3;

    private const int MaxEntries = 10_000;

    public static bool Matches(ReadOnlySpan<byte> start) => start.StartsWith("PK\x03\x04"u8);

    /// <exception cref="InvalidModelException">The archive is broken.</exception>
    /// <exception cref="UnsupportedModelException">It is larger than 2 GB.</exception>
    public static ImmutableArray<BundlePart> List(ReadOnlyMemory<byte> bytes, long length)
    {
        if (length > bytes.Length)
            throw new UnsupportedModelException($"The archive has {length} bytes; archives up to {bytes.Length} bytes are supported.");
        var parts = ImmutableArray.CreateBuilder<BundlePart>();
        Add(parts, bytes, "", 1);
        return parts.ToImmutable();
    }

    private static void Add(ImmutableArray<BundlePart>.Builder parts, ReadOnlyMemory<byte> archive, string prefix, int depth)
    {
        foreach ((string name, long length, byte[] start) in With(archive, Describe))
        {
            if (parts.Count == MaxEntries)
                throw new UnsupportedModelException($"The archive has more than {MaxEntries} entries.");
            ReadOnlyMemory<byte> Read() => With(archive, zip => ZipEntries.Read(zip.GetEntry(name)!));
            parts.Add(new BundlePart(new TfLiteBundleEntry(prefix + name, length, ContainerKind.IsModel(start)), Read));
            if (Matches(start) && depth < MaxDepth)
                Add(parts, Read(), prefix + name + "/", depth + 1);
        }
    }

    private static List<(string Name, long Length, byte[] Start)> Describe(ZipArchive archive) =>
        [.. archive.Entries.Where(entry => entry.Name.Length > 0).DistinctBy(entry => entry.FullName).Take(MaxEntries + 1).Select(entry => (entry.FullName, entry.Length, Start(entry)))];

    private static byte[] Start(ZipArchiveEntry entry)
    {
        var start = new byte[8];
        using Stream stream = entry.Open();
        int read = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        return start[..read];
    }

    private static T With<T>(ReadOnlyMemory<byte> bytes, Func<ZipArchive, T> read)
    {
        try
        {
            return ZipEntries.With(bytes, read);
        }
        catch (Exception exception) when (ZipEntries.IsBroken(exception))
        {
            throw new InvalidModelException($"The archive is broken: {exception.Message}");
        }
    }
}
