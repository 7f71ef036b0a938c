using System.CommandLine;
using System.Globalization;
using OnnxConvert.Cli.Convert;

namespace OnnxConvert.Cli.Commands;

/// <summary><c>onnxconvert convert MODEL.tflite</c>; a folder goes on to <see cref="ConvertFolderCommand"/>.</summary>
internal static class ConvertCommand
{
    public static Command Create(Terminal terminal, IModelService models)
    {
        var input = new Argument<string>("MODEL") { Description = "A .tflite file, or a folder: all .tflite files below it." };
        var options = new ConvertOptions();
        var command = new Command("convert", "Convert TensorFlow Lite models to ONNX.") { input };
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
        string output = OutputPath(path, parse.GetValue(options.Output));
        string? report = parse.GetValue(options.Report);
        bool overwrite = parse.GetValue(options.Overwrite);
        if (Path.GetFullPath(output) == Path.GetFullPath(path))
            throw new UsageException($"The output '{output}' is the input itself.");
        var targets = Targets(models, path, new Target(output, report, options.Request(parse)));
        foreach (string file in targets.SelectMany(target => target.Files))
            OutputFile.EnsureFree(file, overwrite);

        var converted = targets.ConvertAll(target => models.Convert(path, target.Request, cancellationToken));
        foreach (var (target, model) in targets.Zip(converted))
        {
            OutputFile.Save(target.Output, model);
            if (target.Report is not null)
                OutputFile.Write(target.Report, model.WriteReport);
            if (!parse.GetValue(options.Quiet))
                Say(terminal, target.Output, model);
        }
        return ExitCodes.Done;
    }

    /// <summary>What to write: one model, or one for each signature, with its key in the name.</summary>
    private static List<Target> Targets(IModelService models, string path, Target target)
    {
        if (target.Request.Signature != ConversionRequest.AllSignatures)
            return [target];
        var keys = models.Signatures(path);
        if (keys.Count == 0)
            throw new UsageException($"'{path}' has no signatures; without --signature its main graph is converted.");
        return [.. keys.Select(key => new Target(
            WithKey(target.Output, key), target.Report is null ? null : WithKey(target.Report, key), target.Request with { Signature = key }))];
    }

    private static string WithKey(string path, string key)
    {
        string safe = string.Join('_', key.Split(Path.GetInvalidFileNameChars()));
        return Path.Combine(Path.GetDirectoryName(path) ?? "", $"{Path.GetFileNameWithoutExtension(path)}.{safe}{Path.GetExtension(path)}");
    }

    private static string OutputPath(string input, string? output)
    {
        string name = Path.GetFileNameWithoutExtension(input) + ".onnx";
        if (output is null)
            return Path.Combine(Path.GetDirectoryName(input) ?? "", name);
        return Directory.Exists(output) ? Path.Combine(output, name) : output;
    }

    private sealed record Target(string Output, string? Report, ConversionRequest Request)
    {
        public IEnumerable<string> Files => Report is null ? [Output] : [Output, Report];
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
