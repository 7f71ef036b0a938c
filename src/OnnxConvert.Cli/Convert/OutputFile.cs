using OnnxConvert.Files;

namespace OnnxConvert.Cli.Convert;

/// <summary>Writes files as a whole or not at all.</summary>
internal static class OutputFile
{
    /// <exception cref="UsageException">The file is there already.</exception>
    public static void EnsureFree(string path, bool overwrite)
    {
        if (Directory.Exists(path))
            throw new UsageException($"'{path}' is a folder.");
        if (!overwrite && File.Exists(path))
            throw new UsageException($"'{path}' exists; --overwrite replaces it.");
    }

    /// <summary>Saves a model, which does that as a whole or not at all by itself; the folder is made if need be.</summary>
    public static void Save(string path, ConvertedFile converted)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        converted.Save(path);
    }

    /// <summary>Lets <paramref name="write"/> fill a file beside <paramref name="path"/>, then gives it the name.</summary>
    public static void Write(string path, Action<Stream> write)
    {
        string final = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(final)!);
        using var file = new AtomicFile();
        using (var stream = file.Create(final))
            write(stream);
        file.Commit();
    }
}
