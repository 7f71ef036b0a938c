using NUnit.Framework;

namespace OnnxConvert.Testing.Data;

/// <summary>The recorded data that are too large for the repository, and not on every machine.</summary>
public static class SharedData
{
    /// <summary>A path under ../shared (or ONNXCONVERT_SHARED); the test is ignored where it does not exist.</summary>
    public static string Require(params string[] parts)
    {
        string path = Path.GetFullPath(Path.Combine([Folder(), .. parts]));
        if (!Path.Exists(path))
            Assert.Ignore($"Needs the recorded data '{path}' (set ONNXCONVERT_SHARED).");
        return path;
    }

    private static string Folder()
    {
        if (Environment.GetEnvironmentVariable("ONNXCONVERT_SHARED") is { Length: > 0 } folder)
            return folder;
        string beside = Path.Combine(TestData.Root, "..", "shared");
        // A git worktree may stand in a folder beside the checkout's.
        return Directory.Exists(beside) ? beside : Path.Combine(TestData.Root, "..", "..", "shared");
    }
}
