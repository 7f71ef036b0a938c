namespace OnnxConvert.Rewriting;

/// <summary>What passes did to a model.</summary>
public sealed class PassReport
{
    private readonly OrderedDictionary<string, int> _changes = [];
    private readonly List<string> _unfinished = [];

    /// <summary>How often each pass changed the model, by the name of its class, in the order in which they first did.</summary>
    public IReadOnlyDictionary<string, int> Changes => _changes;

    /// <summary>In how many rounds something changed.</summary>
    public int Rounds { get; internal set; }

    /// <summary>The passes that still changed something in the last round that was allowed. Empty when a fixed point was reached.</summary>
    public IReadOnlyList<string> Unfinished => _unfinished;

    /// <summary>One sentence about <see cref="Unfinished"/>, or null.</summary>
    public string? Warning => _unfinished.Count == 0
        ? null
        : $"stopped after {Rounds} rounds, in the last of which {string.Join(", ", _unfinished)} still changed the graph; the result is right, but could be smaller";

    internal void Count(string pass) => _changes[pass] = _changes.GetValueOrDefault(pass) + 1;

    internal void StopWith(IEnumerable<string> passes) => _unfinished.AddRange(passes);

    /// <summary>Adds what was done to the same model later.</summary>
    public void Add(PassReport later)
    {
        foreach ((string pass, int count) in later._changes)
            _changes[pass] = _changes.GetValueOrDefault(pass) + count;
        Rounds += later.Rounds;
        _unfinished.AddRange(later._unfinished.Except(_unfinished).ToArray());
    }
}
