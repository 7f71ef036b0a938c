using System.Collections;

namespace OnnxConvert.Rewriting;

/// <summary>Rewriters or optimizers in the order in which they run. Places are given relative to other passes, never as numbers.</summary>
/// <typeparam name="TPass">The kind of pass.</typeparam>
public sealed class PassList<TPass> : IReadOnlyList<TPass>
    where TPass : class
{
    private readonly List<TPass> _passes = [];

    /// <inheritdoc/>
    public int Count => _passes.Count;

    /// <inheritdoc/>
    public TPass this[int index] => _passes[index];

    /// <summary>Adds a pass at the end.</summary>
    public void Add(TPass pass) => _passes.Add(pass);

    /// <summary>Adds a pass before the first one of <paramref name="before"/> and behind the last one of <paramref name="after"/>; where neither is given, at the end.</summary>
    /// <exception cref="InvalidOperationException">A named pass is not in the list, or the two contradict each other.</exception>
    public void Add(TPass pass, Type? before, Type? after)
    {
        int earliest = after is null ? 0 : IndexOf(after) + 1;
        int index = before is null ? (after is null ? _passes.Count : earliest) : IndexOf(before);
        if (index < earliest)
            throw new InvalidOperationException($"{pass.GetType().Name} cannot run before {before!.Name} and after {after!.Name}: they run in the opposite order.");
        _passes.Insert(index, pass);
    }

    /// <summary>Adds a pass directly before another one.</summary>
    /// <exception cref="InvalidOperationException">There is no <typeparamref name="TExisting"/>.</exception>
    public void InsertBefore<TExisting>(TPass pass)
        where TExisting : TPass => _passes.Insert(IndexOf(typeof(TExisting)), pass);

    /// <summary>Adds a pass directly behind another one.</summary>
    /// <exception cref="InvalidOperationException">There is no <typeparamref name="TExisting"/>.</exception>
    public void InsertAfter<TExisting>(TPass pass)
        where TExisting : TPass => _passes.Insert(IndexOf(typeof(TExisting)) + 1, pass);

    /// <summary>Puts a pass in the place of another one.</summary>
    /// <exception cref="InvalidOperationException">There is no <typeparamref name="TExisting"/>.</exception>
    public void Replace<TExisting>(TPass pass)
        where TExisting : TPass => _passes[IndexOf(typeof(TExisting))] = pass;

    /// <summary>Removes a pass.</summary>
    /// <returns>Whether it was there.</returns>
    public bool Remove<TExisting>()
        where TExisting : TPass => _passes.RemoveAll(pass => pass is TExisting) > 0;

    /// <inheritdoc/>
    public IEnumerator<TPass> GetEnumerator() => _passes.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int IndexOf(Type type)
    {
        int index = _passes.FindIndex(pass => pass.GetType() == type);
        return index >= 0
            ? index
            : throw new InvalidOperationException($"There is no {type.Name} among the passes: {string.Join(", ", _passes.Select(pass => pass.GetType().Name))}.");
    }
}
