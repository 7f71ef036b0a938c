namespace OnnxConvert.Cli.Convert;

/// <summary>Writes a file as a whole or not at all.</summary>
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

    /// <summary>Lets <paramref name="write"/> fill a file beside <paramref name="path"/>, then gives it the name.</summary>
    public static void Write(string path, bool overwrite, Action<string> write)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        Directory.CreateDirectory(folder);
        string unfinished = Path.Combine(folder, $".{Path.GetFileName(path)}.{Environment.ProcessId}.tmp");
        try
        {
            write(unfinished);
            File.Move(unfinished, path, overwrite);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }
}
