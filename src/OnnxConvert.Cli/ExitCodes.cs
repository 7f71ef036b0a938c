namespace OnnxConvert.Cli;

/// <summary>What the command's exit code says; documented for scripts, so never renumbered.</summary>
internal static class ExitCodes
{
    public const int Done = 0;

    /// <summary>Of a folder, some files could not be converted; or a check found something.</summary>
    public const int SomeFailed = 1;

    /// <summary>An option or path is wrong; nothing was done.</summary>
    public const int WrongUsage = 2;

    /// <summary>The model file, or the configuration, is broken.</summary>
    public const int InvalidModel = 3;

    /// <summary>The model holds something that is not supported.</summary>
    public const int UnsupportedModel = 4;

    /// <summary>The user stopped the command (128 + SIGINT, as shells have it).</summary>
    public const int Cancelled = 130;
}
