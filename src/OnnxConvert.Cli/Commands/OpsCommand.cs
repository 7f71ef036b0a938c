using System.CommandLine;
using System.Globalization;
using OnnxConvert.Cli.Ops;
using Spectre.Console;

namespace OnnxConvert.Cli.Commands;

/// <summary><c>onnxconvert ops</c>: which TFLite operators are handled, from which opset, with which restrictions.</summary>
internal static class OpsCommand
{
    public static Command Create(Terminal terminal, IModelService models)
    {
        var json = new Option<bool>("--json") { Description = "For programs." };
        var markdown = new Option<bool>("--markdown") { Description = "As a table in Markdown." };
        var command = new Command("ops", "List the TFLite operators that are handled.") { json, markdown };
        command.SetAction(parse => Diagnostics.Guard(terminal, () =>
            Run(terminal, models.Operators(), parse.GetValue(json), parse.GetValue(markdown))));
        return command;
    }

    private static int Run(Terminal terminal, IReadOnlyList<HandledOperator> operators, bool json, bool markdown)
    {
        if (json && markdown)
            throw new UsageException("--json and --markdown exclude each other.");
        if (json)
            WriteJson(terminal, operators);
        else if (markdown)
            WriteMarkdown(terminal.Out.Profile.Out.Writer, operators);
        else
            terminal.Out.Write(Table(operators));
        return ExitCodes.Done;
    }

    private static Table Table(IReadOnlyList<HandledOperator> operators)
    {
        var table = new Table { Border = TableBorder.Horizontal };
        table.AddColumns("operator", "from opset", "restrictions");
        foreach (var op in operators)
            table.AddRow(Markup.Escape(Name(op)), Opset(op), Markup.Escape(op.Restrictions ?? ""));
        return table;
    }

    private static void WriteMarkdown(TextWriter writer, IReadOnlyList<HandledOperator> operators)
    {
        writer.WriteLine("| operator | from opset | restrictions |");
        writer.WriteLine("|---|---|---|");
        foreach (var op in operators)
            writer.WriteLine($"| {Cell(Name(op))} | {Opset(op)} | {Cell(op.Restrictions ?? "")} |");
    }

    private static void WriteJson(Terminal terminal, IReadOnlyList<HandledOperator> operators) => JsonText.Write(terminal, json =>
    {
        json.WriteStartArray();
        foreach (var op in operators)
        {
            json.WriteStartObject();
            json.WriteString("name", op.Name);
            json.WriteBoolean("custom", op.Custom);
            json.WriteNumber("minOpset", op.MinOpset);
            if (op.Restrictions is not null)
                json.WriteString("restrictions", op.Restrictions);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    });

    private static string Name(HandledOperator op) => op.Custom ? $"{op.Name} (custom)" : op.Name;

    private static string Opset(HandledOperator op) => op.MinOpset == 0 ? "any" : op.MinOpset.ToString(CultureInfo.InvariantCulture);

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
