using System.CommandLine;
using OnnxConvert.Conformance.Reporting;
using OnnxConvert.Conformance.Running;
using Spectre.Console;

namespace OnnxConvert.Conformance.Commands;

/// <summary>The commands <c>models</c>, <c>cases</c> and <c>backend</c>: run a suite, report it.</summary>
internal static class SuiteCommand
{
    public static Command Models(IAnsiConsole console)
    {
        var models = new Argument<string>("MODELS_DIR") { Description = "A folder of .tflite files." };
        var golden = new Argument<string>("GOLDEN_DIR") { Description = "The folder with what TFLite computes for them." };
        var options = new SuiteOptions();
        var command = new Command("models", "Whole models with golden data.") { models, golden };
        options.AddTo(command);
        command.SetAction(parse => Execute(
            console, options, parse, SuiteRequest.Models(parse.GetRequiredValue(models), parse.GetRequiredValue(golden))));
        return command;
    }

    public static Command Cases(IAnsiConsole console)
    {
        var archive = new Argument<string>("FILE.zip") { Description = "An archive of one-operator cases." };
        var options = new SuiteOptions();
        var command = new Command("cases", "One-operator models out of an archive.") { archive };
        options.AddTo(command);
        command.SetAction(parse => Execute(console, options, parse, SuiteRequest.Cases(parse.GetRequiredValue(archive))));
        return command;
    }

    public static Command Backend(IAnsiConsole console)
    {
        var folder = new Argument<string>("FOLDER") { Description = "A folder of ONNX's backend tests." };
        var options = new SuiteOptions();
        var command = new Command("backend", "ONNX's backend tests, as they are.") { folder };
        options.AddTo(command);
        command.SetAction(parse => Execute(console, options, parse, SuiteRequest.Backend(parse.GetRequiredValue(folder))));
        return command;
    }

    private static int Execute(IAnsiConsole console, SuiteOptions options, ParseResult parse, SuiteRequest request)
    {
        request = options.Apply(request, parse);
        if (options.IsWorker(parse))
        {
            CaseWorker.Serve(request, Console.In, Console.Out);
            return 0;
        }
        int done = 0;
        var results = SuiteRunner.Run(request, result => ShowProgress(++done, result));
        var known = options.Known(parse) is { } path ? KnownFailures.Read(path) : KnownFailures.None;

        ResultTable.Write(console, results, known, options.Verbose(parse));
        if (options.Json(parse) is { } json)
            ResultJson.Write(json, results);
        if (options.WriteKnown(parse) is { } list)
            known.Write(list, results);

        var contradictions = known.Contradictions(results, whole: request.Only is null);
        if (options.Known(parse) is not null)
        {
            foreach (string contradiction in contradictions)
                console.WriteLine(contradiction);
            console.WriteLine(contradictions.Count == 0 ? "All as the list of known failures says." : $"{contradictions.Count} not as the list of known failures says.");
        }
        console.WriteLine(ResultTable.Summary(results));
        return contradictions.Count == 0 ? 0 : 1;
    }

    /// <summary>Something to look at during a run of minutes; not in a log.</summary>
    private static void ShowProgress(int done, CaseResult result)
    {
        if (!Console.IsErrorRedirected)
            Console.Error.Write($"\r{done} {result.Name,-60:s}\r");
    }
}
