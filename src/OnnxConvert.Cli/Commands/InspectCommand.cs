using System.CommandLine;
using OnnxConvert.Cli.Inspect;

namespace OnnxConvert.Cli.Commands;

/// <summary><c>onnxconvert inspect FILE</c>: what a model file holds.</summary>
internal static class InspectCommand
{
    public static Command Create(Terminal terminal, IModelService models)
    {
        var file = new Argument<string>("FILE") { Description = "A .tflite, .onnx or .ort file, or a bundle (.task, .litertlm)." };
        var model = new Option<string?>("--model") { Description = "This model of a bundle.", HelpName = "NAME" };
        var extract = new Option<string?>("--extract") { Description = "Write the files in it, such as labels or a bundle's models, into a folder.", HelpName = "FOLDER" };
        var overwrite = new Option<bool>("--overwrite") { Description = "Replace files that exist." };
        var tensors = new Option<bool>("--tensors") { Description = "List every tensor: type, quantization, who makes and who reads it." };
        var nodes = new Option<bool>("--nodes") { Description = "List every operator with what it reads and gives." };
        var match = new Option<string?>("--match") { Description = "With --tensors or --nodes: only lines in which this text occurs.", HelpName = "TEXT" };
        var json = new Option<bool>("--json") { Description = "For programs." };
        var command = new Command("inspect", "Show inputs, outputs, operators, signatures and metadata of a model.") { file, model, tensors, nodes, match, json, extract, overwrite };
        command.SetAction(parse => Diagnostics.Guard(terminal, () =>
            parse.GetValue(extract) is { } folder
                ? Extract(terminal, models, parse.GetRequiredValue(file), parse.GetValue(model), folder, parse.GetValue(overwrite))
                : Run(terminal, models, parse.GetRequiredValue(file), parse.GetValue(model), Details(parse.GetValue(tensors), parse.GetValue(nodes), parse.GetValue(match)), parse.GetValue(json))));
        return command;
    }

    private static int Extract(Terminal terminal, IModelService models, string path, string? model, string folder, bool overwrite)
    {
        EnsureExists(path);
        Diagnostics.NoteFormat(terminal, path);
        var files = models.CarriedFiles(path, model);
        if (files.Count == 0)
            Diagnostics.Note(terminal, $"'{path}' carries no files.");
        foreach (string written in Extraction.Write(folder, files, overwrite))
            terminal.Out.Profile.Out.Writer.WriteLine(written);
        return ExitCodes.Done;
    }

    private static void EnsureExists(string path)
    {
        if (!File.Exists(path))
            throw new UsageException($"There is no file '{path}'.");
    }

    private static GraphDetails Details(bool tensors, bool nodes, string? match) => match is null || tensors || nodes
        ? new GraphDetails(tensors, nodes, match)
        : throw new UsageException("--match goes with --tensors or --nodes.");

    private static int Run(Terminal terminal, IModelService models, string path, string? model, GraphDetails details, bool json)
    {
        EnsureExists(path);
        Diagnostics.NoteFormat(terminal, path);
        var summary = models.Inspect(path, model, details);
        if (json)
            JsonText.Write(terminal, writer => SummaryJson.Write(writer, summary));
        else
            SummaryText.Write(terminal.Out, summary);
        foreach (string warning in json ? [] : summary.Warnings)
            Diagnostics.Note(terminal, warning);
        return ExitCodes.Done;
    }
}
