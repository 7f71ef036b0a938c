using System.Globalization;
using System.Text.RegularExpressions;
using OnnxConvert.Conformance.Running;
using Spectre.Console;

namespace OnnxConvert.Conformance.Reporting;

/// <summary>The results for people: a line per failure, the causes by how often they occur, and the counts.</summary>
internal static partial class ResultTable
{
    private const int CauseLength = 110;

    /// <param name="console">Where it goes.</param>
    /// <param name="results">What came out.</param>
    /// <param name="known">Failures that get no line of their own.</param>
    /// <param name="verbose">Whether passes and warnings are shown as well.</param>
    public static void Write(IAnsiConsole console, IReadOnlyList<CaseResult> results, KnownFailures known, bool verbose)
    {
        var shown = results.Where(r => verbose || (r.Failed && !known.Contains(r.Name))).ToList();
        if (shown.Count > 0)
            console.Write(Details(shown));
        if (results.Any(r => r.Failed))
            console.Write(Causes(results));
        int weak = results.Count(r => r.Stage == Stage.Pass && r.Weak);
        if (weak > 0)
            console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{weak} of the passes say little: the outputs recorded for different inputs are equal within the bounds (--verbose shows which)."));
    }

    /// <summary>The last line of every run.</summary>
    public static string Summary(IReadOnlyList<CaseResult> results) => string.Create(
        CultureInfo.InvariantCulture,
        $"{results.Count(r => r.Stage == Stage.Pass)} passed, {results.Count(r => r.Failed)} failed, {results.Count(r => r.Stage == Stage.Skipped)} skipped");

    public static string StageName(Stage stage) => stage.ToString().ToLowerInvariant();

    public static string FirstLine(string? text) => text?.Split('\n', 2)[0].Trim() ?? "";

    private static Table Details(IReadOnlyList<CaseResult> results)
    {
        var table = new Table { Border = TableBorder.Horizontal };
        table.AddColumns("model", "stage", "nodes", "transposes", "QDQ", "seconds", "what");
        foreach (var result in results)
        {
            table.AddRow(
                Markup.Escape(result.Name),
                StageName(result.Stage),
                Number(result.Counts?.Nodes),
                Number(result.Counts?.Transposes),
                Number(result.Counts?.QuantizeDequantize),
                result.Seconds.ToString("0.00", CultureInfo.InvariantCulture),
                Markup.Escape(What(result)));
        }
        return table;
    }

    private static Table Causes(IReadOnlyList<CaseResult> results)
    {
        var table = new Table { Border = TableBorder.Horizontal };
        table.AddColumns("times", "stage", "cause", "for example");
        var groups = results.Where(r => r.Failed)
            .GroupBy(r => (r.Stage, Cause(r)))
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key.Item2, StringComparer.Ordinal);
        foreach (var group in groups)
            table.AddRow(Number(group.Count()), StageName(group.Key.Stage), Markup.Escape(group.Key.Item2), Markup.Escape(group.First().Name));
        return table;
    }

    private static string What(CaseResult result)
    {
        if (result.Error is not null)
            return result.Error;
        string worst = string.Create(CultureInfo.InvariantCulture, $"worst {result.Worst:G3} of the bound");
        if (result.Steps > 0)
            worst += string.Create(CultureInfo.InvariantCulture, $", {result.Steps:0.##} steps");
        if (result.Weak)
            worst += ", says little";
        return string.Join('\n', [worst, .. result.Warnings]);
    }

    /// <summary>Messages that differ in names and numbers only are one cause.</summary>
    private static string Cause(CaseResult result)
    {
        string cause = Numbers().Replace(Quoted().Replace(FirstLine(result.Error), "'…'"), "N");
        return result.Stage == Stage.Wrong && cause.Contains("difference", StringComparison.Ordinal) ? "values differ"
            : cause.Length > CauseLength ? cause[..CauseLength] + "…" : cause;
    }

    private static string Number(int? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";

    [GeneratedRegex(@"[-+]?\d[\d.,]*(e[-+]?\d+)?", RegexOptions.IgnoreCase)]
    private static partial Regex Numbers();

    [GeneratedRegex("'[^']*'|\"[^\"]*\"")]
    private static partial Regex Quoted();
}
