using System.CommandLine;
using OnnxConvert.Conformance.Reporting;
using Spectre.Console;

namespace OnnxConvert.Conformance.Commands;

/// <summary>The options of commands that go through a list of recorded answers, and the report at their end.</summary>
internal sealed class ListOptions
{
    private readonly Option<string?> _only = new("--only") { Description = "Only the cases whose name contains this." };
    private readonly Option<string?> _known = new("--known") { Description = "A list of known failures; anything else than what it says is a failure." };
    private readonly Option<string?> _writeKnown = new("--write-known") { Description = "Write the list of known failures that this run needs." };
    private readonly Option<bool> _verbose = new("--verbose") { Description = "Show passes too." };

    public void AddTo(Command command)
    {
        command.Options.Add(_only);
        command.Options.Add(_known);
        command.Options.Add(_writeKnown);
        command.Options.Add(_verbose);
    }

    public bool Includes(ParseResult parse, string name) => parse.GetValue(_only) is not { } only || name.Contains(only, StringComparison.Ordinal);

    /// <summary>Shows the results and holds them against the list of known failures; the exit code.</summary>
    public int Report(IAnsiConsole console, ParseResult parse, IReadOnlyList<CaseResult> results, bool whole)
    {
        var known = parse.GetValue(_known) is { } path ? KnownFailures.Read(path) : KnownFailures.None;
        ResultTable.Write(console, results, known, parse.GetValue(_verbose));
        if (parse.GetValue(_writeKnown) is { } list)
            known.Write(list, results);
        var contradictions = known.Contradictions(results, whole && parse.GetValue(_only) is null);
        foreach (string contradiction in parse.GetValue(_known) is null ? [] : contradictions)
            console.WriteLine(contradiction);
        console.WriteLine(ResultTable.Summary(results));
        return contradictions.Count == 0 ? 0 : 1;
    }
}
