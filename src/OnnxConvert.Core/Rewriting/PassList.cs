using System.Collections;

namespace OnnxConvert.Rewriting;

/// <summary>Rewriters or optimizers in the order in which they run. Places are given relative to other passes, never as numbers.</summary>
/// <typeparam name="TPass">The kind of pass.</typeparam>
public sealed class PassList<TPass> : IReadOnlyList<TPass>
    where TPass : class
{
    private readonly List<Entry> _entries = [];

    /// <inheritdoc/>
    public int Count => _entries.Count;

    /// <inheritdoc/>
    public TPass this[int index] => _entries[index].Pass;

    /// <summary>Adds a pass at the end.</summary>
    public void Add(TPass pass) => _entries.Add(new Entry(pass, null));

    /// <summary>Adds a pass at the end, under a name by which others find it.</summary>
    public void Add(PassIdentity identity, TPass pass) => _entries.Add(new Entry(pass, identity));

    /// <summary>Adds a pass before the first one of <paramref name="before"/> and behind the last one of <paramref name="after"/>; where neither is given, at the end.</summary>
    /// <exception cref="InvalidOperationException">A named pass is not in the list, or the two contradict each other.</exception>
    public void Add(TPass pass, Type? before, Type? after)
    {
        ArgumentNullException.ThrowIfNull(pass);
        int earliest = after is null ? 0 : IndexOf(after) + 1;
        int index = before is null ? (after is null ? _entries.Count : earliest) : IndexOf(before);
        if (index < earliest)
            throw new InvalidOperationException($"{pass.GetType().Name} cannot run before {before!.Name} and after {after!.Name}: they run in the opposite order.");
        Insert(index, pass);
    }

    /// <summary>Adds a pass directly before another one.</summary>
    /// <exception cref="InvalidOperationException">There is no <typeparamref name="TExisting"/>.</exception>
    public void InsertBefore<TExisting>(TPass pass)
        where TExisting : TPass => Insert(IndexOf(typeof(TExisting)), pass);

    /// <summary>Adds a pass directly before another one.</summary>
    /// <exception cref="InvalidOperationException">There is no such pass in the list.</exception>
    public void InsertBefore(PassIdentity existing, TPass pass) => Insert(IndexOf(existing), pass);

    /// <summary>Adds a pass directly behind another one.</summary>
    /// <exception cref="InvalidOperationException">There is no <typeparamref name="TExisting"/>.</exception>
    public void InsertAfter<TExisting>(TPass pass)
        where TExisting : TPass => Insert(IndexOf(typeof(TExisting)) + 1, pass);

    /// <summary>Adds a pass directly behind another one.</summary>
    /// <exception cref="InvalidOperationException">There is no such pass in the list.</exception>
    public void InsertAfter(PassIdentity existing, TPass pass) => Insert(IndexOf(existing) + 1, pass);

    /// <summary>Puts a pass in the place of another one, whose name it takes over.</summary>
    /// <exception cref="InvalidOperationException">There is no <typeparamref name="TExisting"/>.</exception>
    public void Replace<TExisting>(TPass pass)
        where TExisting : TPass => Replace(IndexOf(typeof(TExisting)), pass);

    /// <summary>Puts a pass in the place of another one, whose name it takes over.</summary>
    /// <exception cref="InvalidOperationException">There is no such pass in the list.</exception>
    public void Replace(PassIdentity existing, TPass pass) => Replace(IndexOf(existing), pass);

    /// <summary>Removes a pass.</summary>
    /// <returns>Whether it was there.</returns>
    public bool Remove<TExisting>()
        where TExisting : TPass => _entries.RemoveAll(entry => entry.Pass is TExisting) > 0;

    /// <summary>Removes a pass.</summary>
    /// <returns>Whether it was there.</returns>
    public bool Remove(PassIdentity existing) => _entries.RemoveAll(entry => ReferenceEquals(entry.Identity, existing)) > 0;

    /// <summary>Whether the pass, or one that took its place, is in the list.</summary>
    public bool Contains(PassIdentity identity) => _entries.Exists(entry => ReferenceEquals(entry.Identity, identity));

    /// <inheritdoc/>
    public IEnumerator<TPass> GetEnumerator() => _entries.Select(entry => entry.Pass).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Insert(int index, TPass pass) => _entries.Insert(index, new Entry(pass, null));

    private void Replace(int index, TPass pass) => _entries[index] = _entries[index] with { Pass = pass };

    private int IndexOf(Type type) => Found(_entries.FindIndex(entry => entry.Pass.GetType() == type), type.Name);

    private int IndexOf(PassIdentity identity)
    {
        ArgumentNullException.ThrowIfNull(identity);
        return Found(_entries.FindIndex(entry => ReferenceEquals(entry.Identity, identity)), identity.Name);
    }

    private int Found(int index, string name) => index >= 0
        ? index
        : throw new InvalidOperationException($"There is no {name} among the passes: {string.Join(", ", _entries.Select(entry => entry.Identity?.Name ?? entry.Pass.GetType().Name))}.");

    private readonly record struct Entry(TPass Pass, PassIdentity? Identity);
}
