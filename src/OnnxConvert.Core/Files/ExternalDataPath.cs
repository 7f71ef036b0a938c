namespace OnnxConvert.Files;

/// <summary>Turns the location of external data into a path, and refuses every location that leads out of the model's folder.</summary>
internal static class ExternalDataPath
{
    // What Linux allows at most in one look-up.
    private const int MaximumLinks = 40;

    public static string Resolve(string folder, string location, string tensor)
    {
        if (location.Length == 0) throw Refused(location, tensor, "it is empty");
        if (location.AsSpan().IndexOfAny(['\\', ':', '\0']) >= 0) throw Refused(location, tensor, "it holds a character that is not portable (\\, : or NUL)");
        if (location.StartsWith('/')) throw Refused(location, tensor, "it is absolute; it must be relative to the model's folder");
        if (location.Split('/').Contains("..")) throw Refused(location, tensor, "it holds '..'");

        string root = RealPath(Path.GetFullPath(folder));
        string path = RealPath(Path.Combine(root, location));
        if (!IsInside(root, path)) throw Refused(location, tensor, "a link in it leads out of the model's folder");
        return path;
    }

    private static bool IsInside(string root, string path)
    {
        string prefix = Path.EndsInDirectorySeparator(root) ? root : root + Path.DirectorySeparatorChar;
        return path.StartsWith(prefix, StringComparison.Ordinal);
    }

    /// <summary>The path with all links in it followed; parts that do not exist are kept.</summary>
    private static string RealPath(string path)
    {
        string real = Path.GetPathRoot(path)!;
        var parts = new Stack<string>(Split(path[real.Length..]).Reverse());
        int links = 0;
        while (parts.TryPop(out string? part))
        {
            string next = Path.GetFullPath(Path.Combine(real, part));
            string? target = new FileInfo(next).LinkTarget;
            if (target is null)
            {
                real = next;
                continue;
            }
            if (++links > MaximumLinks) throw new InvalidModelException($"'{path}' holds more than {MaximumLinks} links.");
            if (Path.IsPathRooted(target)) real = Path.GetPathRoot(target)!;
            foreach (string piece in Split(target[(Path.IsPathRooted(target) ? real.Length : 0)..]).Reverse()) parts.Push(piece);
        }
        return real;
    }

    private static string[] Split(string path) =>
        path.Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries);

    private static InvalidModelException Refused(string location, string tensor, string reason) =>
        new($"The external data location '{location}' of tensor '{tensor}' is refused: {reason}.");
}
