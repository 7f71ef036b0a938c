namespace OnnxConvert.Cli;

/// <summary>A documented failure, and the file of several that it is about.</summary>
internal sealed class FileFailureException(string path, Exception reason) : Exception($"{path}: {Diagnostics.Message(reason)}", reason)
{
    public Exception Reason { get; } = reason;
}
