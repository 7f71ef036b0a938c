using System.CommandLine;
using OnnxConvert.Cli.Commands;

namespace OnnxConvert.Cli;

/// <summary>The command <c>onnxconvert</c>, with everything it touches passed in, so that tests run it in their own process.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(string[] arguments, Terminal terminal, IModelService models)
    {
        var root = new RootCommand("Converts and inspects machine-learning models: TensorFlow Lite and ONNX.")
        {
            ConvertCommand.Create(terminal, models),
            InspectCommand.Create(terminal, models),
            OpsCommand.Create(terminal, models),
            RequiredOperatorsCommand.Create(terminal, models),
            DoctorCommand.Create(terminal, models),
        };
        var parse = root.Parse(arguments);
        if (parse.Errors.Count > 0)
        {
            foreach (var error in parse.Errors)
                Diagnostics.Error(terminal, error.Message);
            terminal.Error.Profile.Out.Writer.WriteLine("Try 'onnxconvert --help'.");
            return ExitCodes.WrongUsage;
        }
        return await parse.InvokeAsync(new InvocationConfiguration
        {
            Output = terminal.Out.Profile.Out.Writer,
            Error = terminal.Error.Profile.Out.Writer,
            EnableDefaultExceptionHandler = false,
        }).ConfigureAwait(false);
    }
}
