namespace OnnxConvert.Extensibility;

/// <summary>Gives out names that are unique within a model, the wished one where it is free.</summary>
internal sealed class NameScope
{
    private readonly Dictionary<string, int> _taken = [];

    internal string Unique(string wish)
    {
        wish = wish.TrimStart('/');
        if (_taken.TryAdd(wish, 0))
            return wish;
        string name;
        do
        {
            name = $"{wish}_{++_taken[wish]}";
        }
        while (!_taken.TryAdd(name, 0));
        return name;
    }
}
