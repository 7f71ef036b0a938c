using OnnxConvert.Ir;

namespace OnnxConvert.Emission;

/// <summary>The initializers of a graph that is being written; equal small constants are one.</summary>
internal sealed class ConstantPool(Graph graph, NameScope names)
{
    /// <summary>Larger tensors are compared by identity only: shapes, axes and scales are what repeats.</summary>
    private const int SharedBytes = 1024;

    private readonly Dictionary<Key, Value> _shared = [];
    private readonly Dictionary<TensorData, Value> _byIdentity = new(ReferenceEqualityComparer.Instance);

    internal Value Get(TensorData data, string name)
    {
        if (_byIdentity.TryGetValue(data, out Value? value))
            return value;
        bool shares = data.ElementType != ElementType.String && data.ByteLength <= SharedBytes;
        if (shares && _shared.TryGetValue(new Key(data), out value))
            return value;
        value = graph.AddInitializer(names.Unique(name), data);
        _byIdentity.Add(data, value);
        if (shares)
            _shared.Add(new Key(data), value);
        return value;
    }

    private readonly struct Key : IEquatable<Key>
    {
        private readonly TensorData _data;
        private readonly int _hash;

        internal Key(TensorData data)
        {
            _data = data;
            var hash = new HashCode();
            hash.Add(data.ElementType);
            foreach (long dim in data.Dims)
                hash.Add(dim);
            hash.AddBytes(data.Bytes.Span);
            _hash = hash.ToHashCode();
        }

        public bool Equals(Key other) =>
            _data.ElementType == other._data.ElementType
            && _data.Dims.AsSpan().SequenceEqual(other._data.Dims.AsSpan())
            && _data.Bytes.Span.SequenceEqual(other._data.Bytes.Span);

        public override bool Equals(object? obj) => obj is Key key && Equals(key);

        public override int GetHashCode() => _hash;
    }
}
