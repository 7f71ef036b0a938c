using System.CommandLine;
using OnnxConvert.Conformance.Foreign;
using OnnxConvert.Conformance.Usability;
using Spectre.Console;

namespace OnnxConvert.Conformance.Commands;

/// <summary>The commands <c>doctor</c> and <c>loads</c>: what the doctor says of models, against what the reference says and does.</summary>
internal static class DoctorCommand
{
    public static Command Doctor(IAnsiConsole console)
    {
        var folder = new Argument<string>("FOLDER") { Description = "The folder that the models' paths start from." };
        var golden = new Option<string>("--golden") { Description = "What ONNX Runtime's mobile checker said, a JSON object a line.", Required = true };
        var source = new Option<string>("--source") { DefaultValueFactory = _ => "own", Description = "What is examined: own, the file itself, or stock, what ONNX Runtime makes of it first." };
        source.AcceptOnlyFromAmong("own", "stock");
        var options = new ListOptions();
        var command = new Command("doctor", "Partitions and verdicts against ONNX Runtime's mobile checker.") { folder, golden, source };
        options.AddTo(command);
        command.SetAction(parse =>
        {
            var runner = new UsabilityRunner(parse.GetRequiredValue(folder), parse.GetRequiredValue(source) == "own");
            var cases = UsabilityCase.ReadAll(parse.GetRequiredValue(golden)).Where(test => options.Includes(parse, test.Name));
            return options.Report(console, parse, [.. cases.Select(runner.Run)], whole: true);
        });
        return command;
    }

    public static Command Loads(IAnsiConsole console)
    {
        var folder = new Argument<string>("FOLDER") { Description = "A folder or zip file of .onnx and .ort files." };
        var options = new ListOptions();
        var command = new Command("loads", "Whether stock ONNX Runtime loads models, and the .ort files made of them, against what the doctor says.") { folder };
        options.AddTo(command);
        command.SetAction(parse =>
        {
            using var files = new ForeignFiles(parse.GetRequiredValue(folder));
            var runner = new LoadRunner(files.Folder);
            return options.Report(console, parse, [.. files.Names.Where(name => options.Includes(parse, name)).SelectMany(runner.Run)], whole: true);
        });
        return command;
    }
}
