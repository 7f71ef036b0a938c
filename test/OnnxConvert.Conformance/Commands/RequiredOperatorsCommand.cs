using System.CommandLine;
using OnnxConvert.Conformance.Configurations;
using OnnxConvert.Conformance.Reporting;
using Spectre.Console;

namespace OnnxConvert.Conformance.Commands;

/// <summary>The command <c>required-operators</c>: configurations against those that ONNX Runtime's converter wrote.</summary>
internal static class RequiredOperatorsCommand
{
    public static Command Create(IAnsiConsole console)
    {
        var folder = new Argument<string>("FOLDER") { Description = "The folder that the models' paths start from." };
        var golden = new Option<string>("--golden") { Description = "The recorded configurations, a JSON object a line.", Required = true };
        var source = new Option<string>("--source") { DefaultValueFactory = _ => "stock", Description = "Whose files are looked at: stock, which ONNX Runtime writes, or own." };
        source.AcceptOnlyFromAmong("stock", "own");
        var level = new Option<string?>("--level") { Description = "Only this level: disable, basic or all." };
        var options = new ListOptions();
        var command = new Command("required-operators", "Configurations of required operators against ONNX Runtime's own.") { folder, golden, source, level };
        options.AddTo(command);
        command.SetAction(parse =>
        {
            var runner = new ConfigurationRunner(parse.GetRequiredValue(folder), Source(parse.GetRequiredValue(source)));
            var cases = ConfigurationCase.ReadAll(parse.GetRequiredValue(golden))
                .Where(test => parse.GetValue(level) is not { } only || test.Level == only)
                .Where(test => options.Includes(parse, test.Name));
            return options.Report(console, parse, [.. cases.Select(runner.Run)], whole: parse.GetValue(level) is null);
        });
        return command;
    }

    private static IConfigurationSource Source(string name) => name == "own" ? new OwnSource() : new StockSource();
}
