using System.CommandLine;
using OnnxConvert.Conformance.Levels;
using OnnxConvert.Conformance.Reporting;
using OnnxConvert.OrtFormat;
using Spectre.Console;

namespace OnnxConvert.Conformance.Commands;

/// <summary>The command <c>levels</c>: what the optimization levels of the ORT format leave, beside what ONNX Runtime leaves.</summary>
internal static class LevelsCommand
{
    public static Command Create(IAnsiConsole console)
    {
        var models = new Argument<string[]>("MODELS") { Description = ".tflite and .onnx files, or folders of them.", Arity = ArgumentArity.OneOrMore };
        var level = new Option<OptimizationLevel>("--level") { DefaultValueFactory = _ => OptimizationLevel.Basic, Description = "The optimization level." };
        var platform = new Option<TargetPlatform>("--platform") { DefaultValueFactory = _ => TargetPlatform.Arm, Description = "The target platform." };
        var opset = new Option<int>("--opset") { DefaultValueFactory = _ => 18, Description = "The ONNX opset to convert to." };
        var only = new Option<string?>("--only") { Description = "Only the models whose name contains this." };
        var keep = new Option<string?>("--keep") { Description = "Write the models before and after into this folder." };
        var run = new Option<bool>("--run") { Description = "Run the models before and after, and compare the results." };
        var known = new Option<string?>("--known") { Description = "A list of known differences; anything else than what it says is a failure." };
        var write = new Option<string?>("--write-known") { Description = "Write the list of known differences that this run needs." };
        var command = new Command("levels", "Optimizes models as the ORT format's converter does, and compares the operators that are left with those that ONNX Runtime leaves.")
        {
            models, level, platform, opset, only, keep, run, known, write,
        };
        command.SetAction(parse =>
        {
            var request = new LevelRequest(parse.GetValue(level), parse.GetValue(platform), parse.GetValue(run), parse.GetValue(keep));
            string? part = parse.GetValue(only);
            var results = LevelSuite.Run(parse.GetRequiredValue(models), [request], parse.GetValue(opset), part)[0];
            return Report(console, results, parse.GetValue(known), parse.GetValue(write), whole: part is null);
        });
        return command;
    }

    private static int Report(IAnsiConsole console, IReadOnlyList<CaseResult> results, string? knownPath, string? writePath, bool whole)
    {
        foreach (var result in results.Where(result => result.Failed))
            console.WriteLine($"{result.Name}: {(result.Stage == Stage.Check ? "" : result.Stage + ": ")}{result.Error}");
        console.WriteLine();
        foreach (var cause in results.Where(result => result.Failed).SelectMany(result => result.Causes).GroupBy(cause => cause).OrderByDescending(group => group.Count()))
            console.WriteLine($"{cause.Count(),5}  {cause.Key}");

        var known = knownPath is null ? KnownFailures.None : KnownFailures.Read(knownPath);
        if (writePath is not null)
            known.Write(writePath, results);
        var contradictions = knownPath is null ? [] : known.Contradictions(results, whole);
        foreach (string contradiction in contradictions)
            console.WriteLine(contradiction);
        int compared = results.Count(result => result.Stage != Stage.Skipped);
        int equal = results.Count(result => result.Stage == Stage.Pass);
        console.WriteLine($"{equal} of {compared} equal ({100.0 * equal / Math.Max(compared, 1):F1} %), {results.Count - compared} skipped");
        return contradictions.Count == 0 ? 0 : 1;
    }
}
