using System.CommandLine;
using OnnxConvert.Conformance.Foreign;
using OnnxConvert.Conformance.Running;
using Spectre.Console;

namespace OnnxConvert.Conformance.Commands;

/// <summary>The command <c>foreign</c>: other people's .onnx and .ort files, as .ort files in stock ONNX Runtime.</summary>
internal static class ForeignCommand
{
    private const string Name = "foreign";
    private const string WorkerOption = "--worker";
    private const int Jobs = 2;

    public static Command Create(IAnsiConsole console)
    {
        var path = new Argument<string>("MODELS") { Description = "A folder or zip file of .onnx and .ort files." };
        var worker = new Option<bool>(WorkerOption) { Hidden = true };
        var options = new ListOptions();
        var command = new Command(Name, "Writes other people's models as .ort at the levels none and all, and compares names and results with the files'.") { path, worker };
        options.AddTo(command);
        command.SetAction(parse =>
        {
            using var files = new ForeignFiles(parse.GetRequiredValue(path));
            if (parse.GetValue(worker))
            {
                CaseWorker.Serve(new ForeignRunner(files).Run, Console.In, Console.Out);
                return 0;
            }

            return options.Report(console, parse, Run(files, name => options.Includes(parse, name)), whole: true);
        });
        return command;
    }

    /// <summary>Runs the files whose names are asked for, in processes of their own.</summary>
    public static IReadOnlyList<CaseResult> Run(ForeignFiles files, Func<string, bool> includes) =>
        SuiteRunner.Run([.. files.Names.Where(includes)], [Name, files.Folder, WorkerOption], Jobs);
}
