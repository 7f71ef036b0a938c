using System.Globalization;
using OnnxConvert.Cli.Convert;
using Spectre.Console;

namespace OnnxConvert.Cli.Inspect;

/// <summary>A summary for people.</summary>
internal static class SummaryText
{
    // Names that converters make up of all that was fused are no reason to indent the others.
    private const int WidestName = 40;

    public static void Write(IAnsiConsole console, ModelSummary summary)
    {
        var writer = console.Profile.Out.Writer;
        writer.WriteLine($"{summary.File}  {summary.Format}, {FileSizes.Text(summary.Bytes)}");
        WriteRows(console, summary.Facts.Select(fact => (fact.Name, fact.Text)));
        for (int i = 0; i < summary.Graphs.Count; i++)
            WriteGraph(console, summary.Graphs[i], i, summary.Graphs.Count);
        if (summary.Signatures.Count > 0)
        {
            Heading(console, "signatures");
            WriteRows(console, summary.Signatures.Select(s => (s.Key, $"{Names(s.Inputs)} → {Names(s.Outputs)}")));
        }
        if (summary.Metadata.Count > 0)
        {
            Heading(console, "metadata");
            WriteRows(console, summary.Metadata);
        }
        foreach (var (heading, rows) in summary.Sections.Where(section => section.Rows.Count > 0))
        {
            Heading(console, heading);
            WriteRows(console, rows);
        }
    }

    private static void WriteGraph(IAnsiConsole console, GraphSummary graph, int index, int graphs)
    {
        if (graphs > 1)
            Heading(console, string.Create(CultureInfo.InvariantCulture, $"graph {index}: {graph.Name}"));
        Heading(console, "inputs");
        WriteRows(console, graph.Inputs.Select(tensor => (tensor.Name, tensor.Text)));
        Heading(console, "outputs");
        WriteRows(console, graph.Outputs.Select(tensor => (tensor.Name, tensor.Text)));
        Heading(console, string.Create(CultureInfo.InvariantCulture, $"operators: {graph.Operators.Sum(o => o.Count)}"));
        WriteRows(console, graph.Operators.Select(o => (o.Operator, o.Count.ToString(CultureInfo.InvariantCulture))));
        Heading(console, string.Create(CultureInfo.InvariantCulture, $"constants: {graph.Constants}, {FileSizes.Text(graph.ConstantBytes)}"));
        WriteListing(console, "tensors", graph.Tensors);
        WriteListing(console, "nodes", graph.Nodes);
    }

    private static void WriteListing(IAnsiConsole console, string what, IReadOnlyList<(string Name, string Text)>? rows)
    {
        if (rows is null)
            return;
        Heading(console, string.Create(CultureInfo.InvariantCulture, $"{what}: {rows.Count}"));
        WriteRows(console, rows);
    }

    private static void Heading(IAnsiConsole console, string text)
    {
        console.Write(new Text(text, new Style(decoration: Decoration.Bold)));
        console.Profile.Out.Writer.WriteLine();
    }

    /// <summary>Two aligned columns; the second is not wrapped, so that a formula stays in one piece.</summary>
    private static void WriteRows(IAnsiConsole console, IEnumerable<(string Name, string Text)> rows)
    {
        var list = rows.ToList();
        int width = list.Count == 0 ? 0 : Math.Min(list.Max(row => row.Name.Length), WidestName);
        foreach (var (name, text) in list)
            console.Profile.Out.Writer.WriteLine($"  {name.PadRight(width)}  {text}".TrimEnd());
    }

    private static string Names(IReadOnlyList<(string Name, string Tensor)> tensors) =>
        string.Join(", ", tensors.Select(t => t.Name == t.Tensor ? t.Name : $"{t.Name} ({t.Tensor})"));
}
