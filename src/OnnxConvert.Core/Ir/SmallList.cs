using System.Collections;

namespace OnnxConvert.Ir;

/// <summary>A list that mostly has one item, which it keeps in itself: graphs have a great many of them.</summary>
internal class SmallList<T> : IReadOnlyList<T>
{
    private T _first = default!;
    private T[]? _more;

    public int Count { get; private set; }

    public T this[int index]
    {
        get => Place(index);
        set => Place(index) = value;
    }

    public void Add(T item)
    {
        if (Count == 0)
            _first = item;
        else if (_more is null)
            _more = [item];
        else if (Count > _more.Length)
            Grow(item);
        else
            _more[Count - 1] = item;
        Count++;
    }

    public void RemoveLast()
    {
        Place(Count - 1) = default!;
        Count--;
    }

    /// <summary>The item at an index, to be read or changed.</summary>
    public ref T Place(int index)
    {
        if ((uint)index >= (uint)Count)
            throw new ArgumentOutOfRangeException(nameof(index), index, $"The list has {Count} items.");
        return ref index == 0 ? ref _first : ref _more![index - 1];
    }

    public IEnumerator<T> GetEnumerator()
    {
        for (int i = 0; i < Count; i++)
            yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Grow(T item)
    {
        Array.Resize(ref _more, Math.Max(3, 2 * _more!.Length));
        _more[Count - 1] = item;
    }
}
