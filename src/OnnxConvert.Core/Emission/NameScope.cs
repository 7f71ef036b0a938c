namespace OnnxConvert.Emission;

/// <summary>Gives out names that are unique within a model, the wished one where it is free.</summary>
internal sealed class NameScope
{
    /// <summary>The names given out, each with the last number tried behind it.</summary>
    private readonly Dictionary<string, int> _taken = new(StringComparer.Ordinal);

    internal string Unique(string wish)
    {
        if (_taken.TryAdd(wish, 0))
            return wish;
        int number = _taken[wish];
        string name;
        do
        {
            name = $"{wish}_{++number}";
        }
        while (!_taken.TryAdd(name, 0));
        _taken[wish] = number;
        return name;
    }
}
