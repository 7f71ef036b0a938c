namespace OnnxConvert.Cli;

/// <summary>One run of the command in this process: its exit code and what it wrote.</summary>
internal sealed record CommandRun(int ExitCode, string Out, string Error)
{
    public static async Task<CommandRun> Of(IModelService models, params string[] arguments)
    {
        var output = new StringWriter();
        var error = new StringWriter();
        int code = await CommandLine.RunAsync(arguments, Terminal.Of(output, error), models);
        return new CommandRun(code, output.ToString(), error.ToString());
    }
}
