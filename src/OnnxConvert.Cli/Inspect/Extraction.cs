using OnnxConvert.Cli.Convert;

namespace OnnxConvert.Cli.Inspect;

/// <summary>Writes the files that a model or a bundle carries into a folder.</summary>
internal static class Extraction
{
    /// <param name="folder">The folder, which is made if need be.</param>
    /// <param name="files">Their paths in the model, and what reads them.</param>
    /// <param name="overwrite">Whether files that exist are replaced.</param>
    /// <returns>The paths of the files written.</returns>
    /// <exception cref="InvalidModelException">A path leads out of the folder; nothing is written then.</exception>
    public static IReadOnlyList<string> Write(string folder, IReadOnlyList<CarriedFile> files, bool overwrite)
    {
        string root = Path.GetFullPath(folder);
        var targets = files.Select(file => (file.Read, Path: Target(root, file.Name))).ToList();
        foreach (var (_, path) in targets)
            OutputFile.EnsureFree(path, overwrite);
        foreach (var (read, path) in targets)
            OutputFile.Write(path, stream => stream.Write(read().Span));
        return [.. targets.Select(target => target.Path)];
    }

    private static string Target(string root, string name)
    {
        string path = Path.GetFullPath(Path.Combine(root, name));
        bool isInside = path.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal);
        return isInside ? path : throw new InvalidModelException($"The model carries a file '{name}', whose path leads out of the folder; nothing was extracted.");
    }
}
