using System.Globalization;

namespace OnnxConvert.TfLite.Reading;

/// <summary>Makes names unique: the first keeps a name, the others get a number behind it.</summary>
internal sealed class UniqueNames
{
    private readonly HashSet<string> _taken = [];
    private readonly HashSet<string> _reserved = [];
    private readonly Dictionary<string, int> _counters = [];

    /// <summary>Keeps a name from being invented for something else.</summary>
    public void Reserve(string? name)
    {
        if (!string.IsNullOrEmpty(name))
            _reserved.Add(name);
    }

    /// <summary>The name itself if nobody took it, else one that starts with it.</summary>
    public string Take(string? name, string whenEmpty)
    {
        if (string.IsNullOrEmpty(name))
            name = whenEmpty;
        else if (_taken.Add(name))
            return name;
        else
            name += "_";

        string candidate = name.EndsWith('_') ? Numbered(name) : name;
        while (_reserved.Contains(candidate) || !_taken.Add(candidate))
            candidate = Numbered(name.EndsWith('_') ? name : name + "_");
        return candidate;
    }

    // Counts on where it stopped, so that many equal names do not take quadratic time.
    private string Numbered(string prefix)
    {
        int next = _counters.GetValueOrDefault(prefix) + 1;
        _counters[prefix] = next;
        return prefix + next.ToString(CultureInfo.InvariantCulture);
    }
}
