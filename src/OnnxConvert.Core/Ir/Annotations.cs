using System.Diagnostics.CodeAnalysis;

namespace OnnxConvert.Ir;

/// <summary>
/// What a file format or a pass keeps of a model, graph, node, value or function beyond its class: at most one object of each type. Takes no
/// memory but one reference while it is empty. Copies of a graph refer to the same objects, so they should not change.
/// </summary>
[SuppressMessage("Performance", "CA1815:Override equals and operator equals on value types", Justification = "It is a place, not a value.")]
public struct Annotations
{
    // The one object, or a bag of several.
    private object? _items;

    /// <summary>Whether there is no object.</summary>
    public readonly bool IsEmpty => _items is null;

    /// <summary>The object of type <typeparamref name="T"/>, or null.</summary>
    public readonly T? Get<T>()
        where T : class
    {
        if (_items is not Bag bag)
            return _items as T;
        foreach (object item in bag.Items)
        {
            if (item is T found)
                return found;
        }

        return null;
    }

    /// <summary>Keeps an object, in place of another one of type <typeparamref name="T"/>; null removes that.</summary>
    public void Set<T>(T? item)
        where T : class
    {
        object[] others = [.. All().Where(one => one is not T)];
        if (item is null)
            _items = Packed(others);
        else
            _items = others.Length == 0 ? item : new Bag([.. others, item]);
    }

    /// <summary>Makes these objects, and no others, those of <paramref name="source"/>.</summary>
    public void CopyFrom(in Annotations source) => _items = source._items;

    private readonly object[] All() => _items switch
    {
        null => [],
        Bag bag => bag.Items,
        _ => [_items],
    };

    private static object? Packed(object[] items) => items.Length switch
    {
        0 => null,
        1 => items[0],
        _ => new Bag(items),
    };

    /// <summary>Never changed, so that copies can share it.</summary>
    private sealed record Bag(object[] Items);
}
