using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using OnnxConvert.Cli.Convert;
using OnnxConvert.OrtFormat;
using Spectre.Console;

namespace OnnxConvert.Cli.Commands;

/// <summary><c>onnxconvert convert FOLDER -o FOLDER</c>: every model below it; one failure does not stop the rest.</summary>
internal static class ConvertFolderCommand
{
    public static int Run(
        Terminal terminal, IModelService models, string folder, ConvertOptions options, ParseResult parse, CancellationToken cancellationToken)
    {
        string target = parse.GetValue(options.Output) ?? throw new UsageException("For a folder, -o says which folder the converted files go to.");
        if (parse.GetValue(options.Report) is not null)
            throw new UsageException("--report is about one model; it does not go with a folder.");
        bool overwrite = parse.GetValue(options.Overwrite);
        var request = options.Request(parse, folder);
        var files = Find(folder, target, request);
        string? configuration = request is { Format: ModelFormat.Ort, Ort.ReducesTypes: true } ? Path.Combine(target, request.Ort.ConfigurationName()) : null;
        foreach (string output in files.Select(file => file.Output).Concat(configuration is null ? [] : [configuration]))
            OutputFile.EnsureFree(output, overwrite);

        if (request.Signature == ConversionRequest.All || request.Model is not null)
            throw new UsageException("--model and --signature all are about one file; they do not go with a folder.");
        bool quiet = parse.GetValue(options.Quiet);
        foreach ((string input, _) in quiet ? [] : files)
            Diagnostics.NoteFormat(terminal, input);
        var outcomes = new List<Outcome>();
        var usage = new OperatorUsage();
        ShowProgress(terminal, quiet, files, file =>
            outcomes.Add(Convert(models, folder, file.Input, file.Output, request, usage, cancellationToken)));
        if (configuration is not null && outcomes.Any(outcome => outcome.Error is null))
            usage.Required(withTypes: true).Save(configuration);
        var shown = outcomes.Where(outcome => outcome.Error is not null || !quiet).ToList();
        if (shown.Count > 0)
            terminal.WriteTable(Table(shown));

        int failed = outcomes.Count(outcome => outcome.Error is not null);
        if (!quiet)
        {
            terminal.Out.Profile.Out.Writer.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{outcomes.Count - failed} converted, {failed} failed"));
        }
        return failed == 0 ? ExitCodes.Done : ExitCodes.SomeFailed;
    }

    /// <summary>The files and where each goes: the same place below <paramref name="target"/>.</summary>
    private static List<(string Input, string Output)> Find(string folder, string target, ConversionRequest request)
    {
        string[] extensions = [ModelFormat.TfLite.Extension(), (request.Format == ModelFormat.Ort ? ModelFormat.Onnx : ModelFormat.Ort).Extension()];
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(input => extensions.Contains(Path.GetExtension(input)) && !input.EndsWith(".optimized.onnx", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(input => (input, Output(input)))
            .ToList();
        if (files.Count == 0)
            throw new UsageException($"There is no {string.Join(" or ", extensions)} file in '{folder}' or below.");
        if (files.GroupBy(file => file.Item2, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } clash)
            throw new UsageException($"{string.Join(" and ", clash.Select(file => $"'{file.input}'"))} would both become '{clash.Key}'; rename one, or convert them by themselves.");
        return files;

        string Output(string input) => Path.Combine(
            target, Path.GetDirectoryName(Path.GetRelativePath(folder, input))!, request.OutputName(Path.GetFileNameWithoutExtension(input)));
    }

    private static void ShowProgress(
        Terminal terminal, bool quiet, List<(string Input, string Output)> files, Action<(string Input, string Output)> convert)
    {
        if (quiet || !terminal.Error.Profile.Capabilities.Interactive)
        {
            files.ForEach(convert);
            return;
        }
        new ProgressForFiles(terminal.Error).Run(files, file => Path.GetFileName(file.Input), convert);
    }

    private static Outcome Convert(
        IModelService models, string folder, string input, string output, ConversionRequest request, OperatorUsage usage, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        string name = Path.GetRelativePath(folder, input);
        try
        {
            using var converted = models.Convert(input, request, cancellationToken);
            OutputFile.Save(output, converted);
            converted.AddUsage?.Invoke(usage);
            return new Outcome(name, converted.NodeCount, new FileInfo(output).Length, clock.Elapsed, Error: null);
        }
        // An unforeseen exception ends a single conversion, but not the conversion of a folder.
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            string error = Diagnostics.ExitCode(exception) is null ? InternalErrorException.Of("The conversion", exception).Message : Diagnostics.Message(exception);
            return new Outcome(name, 0, 0, clock.Elapsed, error);
        }
    }

    private static Table Table(List<Outcome> outcomes)
    {
        var table = new Table { Border = TableBorder.Horizontal };
        table.AddColumns("model", "nodes", "size", "seconds", "result");
        foreach (var outcome in outcomes)
        {
            bool done = outcome.Error is null;
            table.AddRow(
                new Text(outcome.Name),
                new Text(done ? outcome.Nodes.ToString(CultureInfo.InvariantCulture) : ""),
                new Text(done ? FileSizes.Text(outcome.Size) : ""),
                new Text(outcome.Time.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture)),
                done ? new Text("converted", new Style(Color.Green)) : new Text(outcome.Error!, new Style(Color.Red)));
        }
        return table;
    }

    private sealed record Outcome(string Name, int Nodes, long Size, TimeSpan Time, string? Error);
}
