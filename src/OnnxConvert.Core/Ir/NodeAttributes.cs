using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace OnnxConvert.Ir;

/// <summary>The attributes of a node, in the order in which they were set. A node has few, so look-up is a walk.</summary>
public sealed class NodeAttributes : IReadOnlyCollection<NodeAttribute>
{
    private readonly List<NodeAttribute> _attributes = [];
    private readonly Node _node;

    internal NodeAttributes(Node node) => _node = node;

    /// <summary>The number of attributes.</summary>
    public int Count => _attributes.Count;

    /// <summary>The attribute of that name, or null.</summary>
    public NodeAttribute? Find(string name)
    {
        foreach (NodeAttribute attribute in _attributes)
        {
            if (attribute.Name == name)
                return attribute;
        }

        return null;
    }

    /// <summary>Whether there is an attribute of that name.</summary>
    public bool Contains(string name) => Find(name) is not null;

    /// <summary>Finds an attribute.</summary>
    public bool TryGet(string name, [NotNullWhen(true)] out NodeAttribute? attribute) => (attribute = Find(name)) is not null;

    /// <summary>Sets an attribute, in place of one of the same name.</summary>
    public void Set(NodeAttribute attribute)
    {
        foreach (Graph graph in attribute.Subgraphs)
            graph.Owner = _node;
        int index = _attributes.FindIndex(a => a.Name == attribute.Name);
        if (index < 0)
            _attributes.Add(attribute);
        else
            _attributes[index] = attribute;
    }

    /// <summary>Removes an attribute, if there.</summary>
    public bool Remove(string name) => _attributes.RemoveAll(a => a.Name == name) > 0;

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
    public IEnumerator<NodeAttribute> GetEnumerator() => _attributes.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
