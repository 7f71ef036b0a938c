using System.CommandLine;
using OnnxConvert.Cli.Inspect;

namespace OnnxConvert.Cli.Commands;

/// <summary><c>onnxconvert inspect FILE</c>: what a model file holds.</summary>
internal static class InspectCommand
{
    public static Command Create(Terminal terminal, IModelService models)
    {
        var file = new Argument<string>("FILE") { Description = "A .tflite, .onnx or .ort file." };
        var json = new Option<bool>("--json") { Description = "For programs." };
        var command = new Command("inspect", "Show inputs, outputs, operators, signatures and metadata of a model.") { file, json };
        command.SetAction(parse => Diagnostics.Guard(terminal, () =>
            Run(terminal, models, parse.GetRequiredValue(file), parse.GetValue(json))));
        return command;
    }

    private static int Run(Terminal terminal, IModelService models, string path, bool json)
    {
        if (!File.Exists(path))
            throw new UsageException($"There is no file '{path}'.");
        var summary = models.Inspect(path);
        if (json)
            JsonText.Write(terminal, writer => SummaryJson.Write(writer, summary));
        else
            SummaryText.Write(terminal.Out, summary);
        foreach (string warning in json ? [] : summary.Warnings)
            Diagnostics.Note(terminal, warning);
        return ExitCodes.Done;
    }
}
