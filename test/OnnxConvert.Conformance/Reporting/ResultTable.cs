using System.Globalization;
using System.Text.RegularExpressions;
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
            console.Write(CausesTable(results));
        int weak = results.Count(r => r.Stage == Stage.Pass && r.Weak);
        if (weak > 0)
            console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{weak} of the passes say little: the outputs recorded for different inputs are equal within the bounds (--verbose shows which)."));
    }

    /// <summary>The last line of every run.</summary>
    public static string Summary(IReadOnlyList<CaseResult> results) => string.Create(
        CultureInfo.InvariantCulture,
        $"{results.Count(r => r.Stage == Stage.Pass)} passed, {results.Count(r => r.Failed)} failed, {results.Count(r => r.Stage == Stage.Skipped)} skipped");

    private static string FirstLine(string? text) => text?.Split('\n', 2)[0].Trim() ?? "";

    private static Table Details(IReadOnlyList<CaseResult> results)
    {
        var table = new Table { Border = TableBorder.Horizontal };
        table.AddColumns("model", "stage", "nodes", "transposes", "QDQ", "seconds", "what");
        foreach (var result in results)
        {
            table.AddRow(
                Markup.Escape(result.Name),
                result.StageName,
                Number(result.Counts?.Nodes),
                Number(result.Counts?.Transposes),
                Number(result.Counts?.QuantizeDequantize),
                result.Seconds.ToString("0.00", CultureInfo.InvariantCulture),
                Markup.Escape(What(result)));
        }
        return table;
    }

    private static Table CausesTable(IReadOnlyList<CaseResult> results)
    {
        var table = new Table { Border = TableBorder.Horizontal };
        table.AddColumns("models", "of these alone", "stage", "cause", "for example");
        // A model may have several causes; those with only one would pass the stage if it were gone.
        var groups = results.Where(r => r.Failed)
            .SelectMany(r => Causes(r).Select(cause => (Result: r, Cause: cause)))
            .GroupBy(pair => (pair.Result.StageName, pair.Cause))
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key.Cause, StringComparer.Ordinal);
        foreach (var group in groups)
        {
            int alone = group.Count(pair => pair.Result.Causes.Count <= 1);
            table.AddRow(
                Number(group.Count()), Number(alone), group.Key.StageName,
                Markup.Escape(group.Key.Cause), Markup.Escape(group.First().Result.Name));
        }
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

    private static IEnumerable<string> Causes(CaseResult result) => result switch
    {
        { Causes.Count: > 0 } => result.Causes.Select(Cause).Distinct(StringComparer.Ordinal),
        { Stage: Stage.Wrong } when result.Error!.Contains("difference", StringComparison.Ordinal) => ["values differ"],
        _ => [Cause(FirstLine(result.Error))],
    };

    /// <summary>Messages that differ in names and numbers only are one cause.</summary>
    private static string Cause(string message)
    {
        string cause = Numbers().Replace(Quoted().Replace(Names().Replace(message, "(…)"), "'…'"), "N");
        return cause.Length > CauseLength ? cause[..CauseLength] + "…" : cause;
    }

    private static string Number(int? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";

    [GeneratedRegex(@"(?<![\w.])[-+]?\d[\d.,]*(e[-+]?\d+)?\b", RegexOptions.IgnoreCase)]
    private static partial Regex Numbers();

    [GeneratedRegex("(?<!\\w)'[^']*'|\"[^\"]*\"")]
    private static partial Regex Quoted();

    /// <summary>The names in ONNX Runtime's messages, such as "output arg (x) of node (Conv_1)".</summary>
    [GeneratedRegex(@"(?<=\b(arg|node|name) )\(.*?\)(?= |,|:|$)")]
    private static partial Regex Names();
}
