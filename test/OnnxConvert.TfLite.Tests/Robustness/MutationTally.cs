using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;

namespace OnnxConvert.TfLite.Tests.Robustness;

/// <summary>How the damaged files ended, counted.</summary>
internal sealed partial class MutationTally
{
    private readonly ConcurrentBag<DamagedConversion> _runs = [];

    /// <summary>The files that broke the rules, each with what happened; the first of each kind.</summary>
    public IEnumerable<string> Faults => FirstOfEach(run => run.Fault);

    private IEnumerable<string> Blamed => FirstOfEach(run => run.End == typeof(InternalErrorException) ? run.Message : null);

    /// <summary>How many ended so.</summary>
    public int Count<TException>()
        where TException : Exception => _runs.Count(run => run.End == typeof(TException));

    public void Add(DamagedConversion run) => _runs.Add(run);

    public override string ToString()
    {
        var ends = _runs.GroupBy(run => run.End?.Name ?? "converted").OrderBy(group => group.Key, StringComparer.Ordinal);
        DamagedConversion slowest = _runs.MaxBy(run => run.Seconds)!;
        DamagedConversion largest = _runs.MaxBy(run => run.Allocated)!;
        return string.Join(", ", ends.Select(group => $"{group.Key} {group.Count()}"))
            + string.Create(CultureInfo.InvariantCulture, $"; longest {slowest.Seconds:F2} s ({slowest.Name}), most memory {largest.Allocated >> 20} MB ({largest.Name})")
            + string.Concat(Faults.Concat(Blamed).Take(50).Select(fault => Environment.NewLine + fault));
    }

    private IEnumerable<string> FirstOfEach(Func<DamagedConversion, string?> text) => _runs.Where(run => text(run) is not null)
        .GroupBy(run => Kind(text(run)!), StringComparer.Ordinal)
        .OrderByDescending(group => group.Count())
        .Select(group => $"{group.Count()} times, {group.First().Name}: {text(group.First())}");

    /// <summary>What faults of one cause have in common: the first line without numbers and names.</summary>
    private static string Kind(string fault) => Varying().Replace(fault.Split('\n')[0], "…");

    [GeneratedRegex(@"'[^']*'|\d+")]
    private static partial Regex Varying();
}
