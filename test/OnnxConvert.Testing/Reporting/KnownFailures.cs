using OnnxConvert.Testing.Running;

namespace OnnxConvert.Testing.Reporting;

/// <summary>A list of cases that are known to fail: one <c>NAME  # reason</c> a line.</summary>
/// <remarks>What is listed and passes is a failure of the list, so that it never outlives its reasons.</remarks>
public sealed class KnownFailures
{
    private readonly Dictionary<string, string> _reasons = new(StringComparer.Ordinal);

    public static readonly KnownFailures None = new();

    public static KnownFailures Read(string path)
    {
        var list = new KnownFailures();
        foreach (string line in File.ReadLines(path))
        {
            string[] parts = line.Split('#', 2, StringSplitOptions.TrimEntries);
            if (parts[0].Length == 0)
                continue;
            if (parts.Length < 2 || parts[1].Length == 0)
                throw new InvalidDataException($"{path}: '{parts[0]}' has no reason.");
            if (!list._reasons.TryAdd(parts[0], parts[1]))
                throw new InvalidDataException($"{path}: '{parts[0]}' is listed twice.");
        }
        return list;
    }

    /// <summary>Everything that is not as the list says, each with what is wrong; empty when all is as expected.</summary>
    /// <param name="results">The results of a run.</param>
    /// <param name="whole">Whether the run was of everything, so that a listed name without a result is stale.</param>
    public IReadOnlyList<string> Contradictions(IReadOnlyList<CaseResult> results, bool whole = true)
    {
        var contradictions = new List<string>();
        foreach (var result in results)
        {
            bool known = _reasons.TryGetValue(result.Name, out string? reason);
            if (result.Failed && !known)
                contradictions.Add($"{result.Name}: {result.StageName}: {result.Error}");
            else if (known && !result.Failed)
                contradictions.Add($"{result.Name} no longer fails; take it off the list ({reason})");
        }
        if (whole)
        {
            var seen = results.Select(result => result.Name).ToHashSet(StringComparer.Ordinal);
            contradictions.AddRange(_reasons.Keys.Where(name => !seen.Contains(name)).Order(StringComparer.Ordinal)
                .Select(name => $"{name} is listed but does not exist"));
        }
        return contradictions;
    }

    public bool Contains(string name) => _reasons.ContainsKey(name);

    /// <summary>Writes the list that these results need, keeping the reasons that are there.</summary>
    public void Write(string path, IReadOnlyList<CaseResult> results)
    {
        var lines = results.Where(result => result.Failed)
            .Select(result => $"{result.Name}  # {_reasons.GetValueOrDefault(result.Name) ?? Reason(result)}");
        File.WriteAllLines(path, lines);
    }

    private static string Reason(CaseResult result)
    {
        // Values of string tensors come into messages as they are; a list stays text.
        string error = string.Concat((result.Error?.Split('\n', 2)[0].Trim() ?? "").Select(c => char.IsControl(c) ? '?' : c));
        return $"{result.StageName}: {(error.Length > 160 ? error[..160] + "…" : error)}";
    }
}
