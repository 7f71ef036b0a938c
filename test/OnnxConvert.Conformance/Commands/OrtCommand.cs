using System.CommandLine;
using OnnxConvert.Conformance.OrtFormat;
using OnnxConvert.Conformance.Reporting;
using Spectre.Console;

namespace OnnxConvert.Conformance.Commands;

/// <summary>The command <c>ort</c>: models through the ORT format and back, in stock ONNX Runtime.</summary>
internal static class OrtCommand
{
    public static Command Create(IAnsiConsole console)
    {
        var folder = new Argument<string>("MODELS") { Description = "A folder of .onnx and .tflite files, or one such file." };
        var only = new Option<string?>("--only") { Description = "Only the models whose name contains this." };
        var known = new Option<string?>("--known") { Description = "A list of known failures; anything else than what it says is a failure." };
        var writeKnown = new Option<string?>("--write-known") { Description = "Write the list of known failures that this run needs." };
        var time = new Option<bool>("--time") { Description = "Only measure how long writing the .ort file of each .onnx file takes, here and in ONNX Runtime." };
        var verbose = new Option<bool>("--verbose") { Description = "Show passes and skipped models too." };
        var command = new Command("ort", "Writes models as .ort, runs them in ONNX Runtime, and compares with the .onnx files bit for bit.") { folder, only, known, writeKnown, time, verbose };
        command.SetAction(parse => parse.GetValue(time) ? Time(console, parse.GetRequiredValue(folder)) : Execute(
            console, parse.GetRequiredValue(folder), parse.GetValue(only), parse.GetValue(known), parse.GetValue(writeKnown), parse.GetValue(verbose)));
        return command;
    }

    private static int Execute(IAnsiConsole console, string folder, string? only, string? known, string? writeKnown, bool verbose)
    {
        IReadOnlyList<OrtResult> results = OrtSuite.Run(folder, only, result =>
        {
            if (verbose || result.Stage is not (Stage.Pass or Stage.Skipped))
                console.Profile.Out.Writer.WriteLine($"{result.Name}: {result.ToCaseResult().StageName}{(result.Error is null ? "" : ": " + result.Error)}{(verbose ? $" ({result.Sizes.Ours} bytes, ONNX Runtime's {result.Sizes.Theirs})" : "")}");
        });
        CaseResult[] cases = [.. results.Select(result => result.ToCaseResult())];
        KnownFailures list = known is null ? KnownFailures.None : KnownFailures.Read(known);
        if (writeKnown is not null)
            list.Write(writeKnown, cases);
        console.WriteLine(OrtSuite.Summary(results));
        IReadOnlyList<string> contradictions = list.Contradictions(cases, whole: only is null);
        if (known is not null)
        {
            foreach (string contradiction in contradictions)
                console.WriteLine(contradiction);
        }

        return contradictions.Count == 0 ? 0 : 1;
    }

    private static int Time(IAnsiConsole console, string folder)
    {
        foreach (string path in OrtSuite.Find(folder).Where(path => path.EndsWith(".onnx", StringComparison.Ordinal)))
            console.WriteLine($"{Path.GetFileNameWithoutExtension(path)}: {OrtTiming.Measure(path)}");
        return 0;
    }
}
