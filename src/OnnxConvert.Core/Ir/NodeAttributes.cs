using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace OnnxConvert.Ir;

/// <summary>The attributes of a node, in the order in which they were set. A node has few, so look-up is a walk.</summary>
public sealed class NodeAttributes : IReadOnlyCollection<NodeAttribute>
{
    private readonly Node _node;
    private List<NodeAttribute>? _attributes;

    internal NodeAttributes(Node node) => _node = node;

    /// <summary>The number of attributes.</summary>
    public int Count => _attributes?.Count ?? 0;

    /// <summary>The attribute of that name, or null.</summary>
    public NodeAttribute? Find(string name)
    {
        int index = IndexOf(name);
        return index < 0 ? null : _attributes![index];
    }

    /// <summary>Whether there is an attribute of that name.</summary>
    public bool Contains(string name) => Find(name) is not null;

    /// <summary>Finds an attribute.</summary>
    public bool TryGet(string name, [NotNullWhen(true)] out NodeAttribute? attribute) => (attribute = Find(name)) is not null;

    /// <summary>Sets an attribute, in place of one of the same name.</summary>
    /// <remarks>A graph of the old one that is not in the new one ends: its nodes read nothing any more.</remarks>
    public void Set(NodeAttribute attribute)
    {
        int index = IndexOf(attribute.Name);
        NodeAttribute? replaced = index < 0 ? null : _attributes![index];
        if (index < 0)
            (_attributes ??= []).Add(attribute);
        else
            _attributes![index] = attribute;
        foreach (Graph graph in attribute.Subgraphs)
            graph.Owner = _node;
        if (replaced is not null)
            Release(replaced, attribute.Subgraphs);
    }

    /// <summary>Removes an attribute, if there. A graph that it holds ends: its nodes read nothing any more.</summary>
    public bool Remove(string name)
    {
        int index = IndexOf(name);
        if (index < 0)
            return false;
        NodeAttribute removed = _attributes![index];
        _attributes.RemoveAt(index);
        Release(removed, []);
        return true;
    }

    /// <summary>The integer of that name, or <paramref name="otherwise"/> when absent.</summary>
    public long Int(string name, long otherwise = 0) => Find(name)?.Int ?? otherwise;

    /// <summary>The float of that name, or <paramref name="otherwise"/> when absent.</summary>
    public float Float(string name, float otherwise = 0) => Find(name)?.Float ?? otherwise;

    /// <summary>The string of that name, or <paramref name="otherwise"/> when absent.</summary>
    public string String(string name, string otherwise = "") => Find(name)?.String ?? otherwise;

    /// <summary>The integers of that name; empty when absent.</summary>
    public ImmutableArray<long> Ints(string name) => Find(name)?.Ints ?? [];

    /// <summary>The floats of that name; empty when absent.</summary>
    public ImmutableArray<float> Floats(string name) => Find(name)?.Floats ?? [];

    /// <inheritdoc/>
    public IEnumerator<NodeAttribute> GetEnumerator() => ((IEnumerable<NodeAttribute>?)_attributes ?? []).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int IndexOf(string name)
    {
        for (int i = 0; i < Count; i++)
        {
            if (_attributes![i].Name == name)
                return i;
        }

        return -1;
    }

    /// <summary>Ends the graphs of an attribute that is gone, but not those that were given to another node or attribute meanwhile.</summary>
    private void Release(NodeAttribute attribute, ImmutableArray<Graph> kept)
    {
        foreach (Graph graph in attribute.Subgraphs)
        {
            if (!ReferenceEquals(graph.Owner, _node) || kept.Contains(graph) || _attributes!.Any(other => other.Subgraphs.Contains(graph)))
                continue;
            graph.ReleaseCaptures();
            graph.Owner = null;
        }
    }
}
