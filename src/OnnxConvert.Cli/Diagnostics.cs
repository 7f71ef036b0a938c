using OnnxConvert.Cli.Convert;
using OnnxConvert.OrtFormat;
using Spectre.Console;

namespace OnnxConvert.Cli;

/// <summary>Says on standard error what went wrong or deserves attention, and turns exceptions into exit codes.</summary>
internal static class Diagnostics
{
    public static void Error(Terminal terminal, string message) => Write(terminal, "error", Color.Red, message);

    public static void Note(Terminal terminal, string message) => Write(terminal, "note", Color.Blue, message);

    /// <summary>Says so where the name of a file lies about its format.</summary>
    public static void NoteFormat(Terminal terminal, string path)
    {
        if (ModelFormats.Hint(path) is { } hint)
            Note(terminal, hint);
    }

    /// <summary>Runs <paramref name="command"/>; what it throws for a documented reason becomes a message and an exit code.</summary>
    public static int Guard(Terminal terminal, Func<int> command)
    {
        try
        {
            return command();
        }
        catch (OperationCanceledException)
        {
            Error(terminal, "stopped; nothing was written.");
            return ExitCodes.Cancelled;
        }
        catch (Exception exception) when (ExitCode(exception) is { } code)
        {
            Error(terminal, Message(exception));
            return code;
        }
    }

    /// <summary>Reads one file of several: its name goes in front of what is wrong with it.</summary>
    public static T InFile<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (ExitCode(exception) is not null)
        {
            throw new FileFailureException(path, exception);
        }
    }

    /// <summary>The exit code of a documented failure, null for any other exception.</summary>
    public static int? ExitCode(Exception exception) => exception switch
    {
        FileFailureException failure => ExitCode(failure.Reason),
        InvalidModelException or InvalidConfigurationException => ExitCodes.InvalidModel,
        UnsupportedModelException or InternalErrorException => ExitCodes.UnsupportedModel,
        UsageException or ArgumentException or IOException or UnauthorizedAccessException => ExitCodes.WrongUsage,
        _ => null,
    };

    /// <summary>The message for a user of the command: parameters of methods mean nothing to them.</summary>
    public static string Message(Exception exception) => exception is ArgumentException { ParamName: not null }
        ? exception.Message.Split(" (Parameter '", 2)[0]
        : exception.Message;

    private static void Write(Terminal terminal, string kind, Color color, string message)
    {
        terminal.Error.Write(new Text($"{kind}: ", new Style(color)));
        // Not through the console's layout: a message keeps its own lines, and is not wrapped.
        terminal.Error.Profile.Out.Writer.WriteLine(message);
    }
}
