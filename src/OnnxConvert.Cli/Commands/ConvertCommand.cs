using System.CommandLine;
using System.Globalization;
using OnnxConvert.Cli.Convert;
using OnnxConvert.OrtFormat;

namespace OnnxConvert.Cli.Commands;

/// <summary><c>onnxconvert convert MODEL</c>; a folder goes on to <see cref="ConvertFolderCommand"/>.</summary>
internal static class ConvertCommand
{
    public static Command Create(Terminal terminal, IModelService models)
    {
        var input = new Argument<string>("MODEL") { Description = "A .tflite, .onnx or .ort file, a bundle (.task, .litertlm), or a folder: all such model files below it." };
        var options = new ConvertOptions();
        var command = new Command("convert", "Convert TensorFlow Lite models to ONNX, and both to the ORT format and back.") { input };
        options.AddTo(command);
        command.SetAction((parse, cancellationToken) => Task.FromResult(Diagnostics.Guard(terminal, () =>
        {
            string path = parse.GetRequiredValue(input);
            if (Directory.Exists(path))
                return ConvertFolderCommand.Run(terminal, models, path, options, parse, cancellationToken);
            return Run(terminal, models, path, options, parse, cancellationToken);
        })));
        return command;
    }

    private static int Run(
        Terminal terminal, IModelService models, string path, ConvertOptions options, ParseResult parse, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
            throw new UsageException($"There is no file or folder '{path}'.");
        if (!parse.GetValue(options.Quiet))
            Diagnostics.NoteFormat(terminal, path);
        ConversionRequest request = options.Request(parse, path);
        string output = OutputPath(path, parse.GetValue(options.Output), request);
        string? report = parse.GetValue(options.Report);
        bool overwrite = parse.GetValue(options.Overwrite);
        if (Path.GetFullPath(output) == Path.GetFullPath(path))
            throw new UsageException($"The output '{output}' is the input itself.");
        var targets = new ConversionTarget(output, report, request).Expand(models, path);
        foreach (string file in targets.SelectMany(target => target.Files))
            OutputFile.EnsureFree(file, overwrite);

        var converted = targets.Select(target => models.Convert(path, target.Request, cancellationToken)).ToList();
        foreach (var (target, model) in targets.Zip(converted))
        {
            using var done = model;
            OutputFile.Save(target.Output, model);
            if (target.Report is not null)
                OutputFile.Write(target.Report, model.WriteReport ?? throw new UsageException("--report is about the operators of a .tflite file."));
            if (target.Configuration is not null && model.AddUsage is not null)
                WriteConfiguration(target.Configuration, model.AddUsage);
            if (!parse.GetValue(options.Quiet))
                Say(terminal, target.Output, model);
        }
        return ExitCodes.Done;
    }

    private static void WriteConfiguration(string path, Action<OperatorUsage> addUsage)
    {
        var usage = new OperatorUsage();
        addUsage(usage);
        usage.Required(withTypes: true).Save(path);
    }

    private static string OutputPath(string input, string? output, ConversionRequest request)
    {
        string name = request.OutputName(Path.GetFileNameWithoutExtension(input));
        if (output is null)
            return Path.Combine(Path.GetDirectoryName(input) ?? "", name);
        return Directory.Exists(output) ? Path.Combine(output, name) : output;
    }

    private static void Say(Terminal terminal, string output, ConvertedFile converted)
    {
        foreach (string remark in converted.Remarks)
            Diagnostics.Note(terminal, remark);
        string size = FileSizes.Text(new FileInfo(output).Length);
        terminal.Out.Profile.Out.Writer.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{output}: {converted.NodeCount} nodes, opset {converted.Opset}, {size}"));
    }
}
