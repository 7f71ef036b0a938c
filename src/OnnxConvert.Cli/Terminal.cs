using Spectre.Console;

namespace OnnxConvert.Cli;

/// <summary>Where the command writes: results to <see cref="Out"/>, everything about how it went to <see cref="Error"/>.</summary>
internal sealed class Terminal
{
    // Redirected text is read by programs and pagers, which wrap for themselves.
    private const int RedirectedWidth = 400;
    private const int WidestTable = 120;

    private Terminal(IAnsiConsole output, IAnsiConsole error)
    {
        Out = output;
        Error = error;
    }

    public IAnsiConsole Out { get; }

    public IAnsiConsole Error { get; }

    /// <summary>The process's own streams; colours only where a terminal shows them.</summary>
    public static Terminal OfProcess() => new(
        Create(Console.Out, Console.IsOutputRedirected), Create(Console.Error, Console.IsErrorRedirected));

    /// <summary>Plain text into writers.</summary>
    public static Terminal Of(TextWriter output, TextWriter error) => new(
        Create(output, redirected: true), Create(error, redirected: true));

    /// <summary>Writes a table, which wraps its cells to fit a usual page.</summary>
    public void WriteTable(Table table)
    {
        int width = Out.Profile.Width;
        Out.Profile.Width = Math.Min(width, WidestTable);
        Out.Write(table);
        Out.Profile.Width = width;
    }

    private static IAnsiConsole Create(TextWriter writer, bool redirected)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = redirected ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = redirected ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = redirected ? InteractionSupport.No : InteractionSupport.Detect,
        });
        if (redirected)
            console.Profile.Width = RedirectedWidth;
        return console;
    }
}
