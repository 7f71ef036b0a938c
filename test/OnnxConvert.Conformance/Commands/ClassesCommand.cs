using System.CommandLine;
using System.Globalization;
using Spectre.Console;

namespace OnnxConvert.Conformance.Commands;

/// <summary>The command <c>classes</c>: predicted classes of the digit images against TFLite's.</summary>
internal static class ClassesCommand
{
    public static Command Create(IAnsiConsole console)
    {
        var folder = new Argument<string>("FIXTURES_DIR") { Description = "The folder with the digit models, digits-images.bin and golden/." };
        var options = new SuiteOptions();
        var command = new Command("classes", "Predicted classes against TFLite's on the 360 digit images.") { folder };
        options.AddTo(command);
        command.SetAction(parse => Execute(console, options, parse, parse.GetRequiredValue(folder)));
        return command;
    }

    private static int Execute(IAnsiConsole console, SuiteOptions options, ParseResult parse, string folder)
    {
        var digits = new DigitClasses(folder, new ModelConverter(), options.Settings(parse), options.Runtime(parse));
        var results = digits.RunAll(options.Only(parse));
        var table = new Table { Border = TableBorder.Horizontal };
        table.AddColumns("model", "as TFLite", "as labelled", "TFLite as labelled", "what");
        foreach (var result in results)
        {
            table.AddRow(
                Markup.Escape(result.Name), Number(result.AsTfLite), Number(result.AsLabelled), Number(result.TfLiteAsLabelled),
                Markup.Escape(result.Error ?? ""));
        }
        console.Write(table);
        int failed = results.Count(result => !result.Passed);
        console.WriteLine($"{results.Count - failed} passed, {failed} failed, 0 skipped");
        return failed == 0 ? 0 : 1;
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
