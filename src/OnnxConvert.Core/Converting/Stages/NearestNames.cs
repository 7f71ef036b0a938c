namespace OnnxConvert.Converting.Stages;

/// <summary>What to offer where a name is none: all names if they are few, else those that are most like it.</summary>
internal static class NearestNames
{
    private const int Few = 8;
    private const int Offered = 5;

    /// <summary>A sentence with the names.</summary>
    /// <param name="name">What was asked for.</param>
    /// <param name="names">What there is.</param>
    public static string Describe(string name, IEnumerable<string> names)
    {
        string[] distinct = [.. names.Distinct(StringComparer.Ordinal)];
        if (distinct.Length == 0)
            return "There are none.";
        string[] offered = distinct.Length <= Few ? distinct : [.. Of(name, distinct).Take(Offered)];
        string list = string.Join(", ", offered.Select(offer => $"'{offer}'"));
        return distinct.Length <= Few ? $"There are: {list}." : $"Of {distinct.Length} names the nearest are: {list}.";
    }

    /// <summary>What has the name within it comes first, then what becomes it by the fewest changes; among equals, what stands first.</summary>
    private static IEnumerable<string> Of(string name, string[] names) => names
        .OrderBy(other => other.Contains(name, StringComparison.OrdinalIgnoreCase) ? 0 : 1)
        .ThenBy(other => Distance(name, other));

    /// <summary>Levenshtein's distance: the characters to put in, take out or replace.</summary>
    private static int Distance(string from, string to)
    {
        var row = new int[to.Length + 1];
        for (int j = 0; j < row.Length; j++)
            row[j] = j;
        for (int i = 1; i <= from.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.Length; j++)
            {
                int replaced = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
