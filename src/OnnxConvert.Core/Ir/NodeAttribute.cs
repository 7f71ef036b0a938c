using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace OnnxConvert.Ir;

/// <summary>A named parameter of a node. Immutable.</summary>
public sealed class NodeAttribute
{
    private readonly object? _value;

    private NodeAttribute(string name, AttributeKind kind, object? value)
    {
        Name = name;
        Kind = kind;
        _value = value;
    }

    /// <summary>A float attribute.</summary>
    public NodeAttribute(string name, float value) : this(name, AttributeKind.Float, value) { }

    /// <summary>An integer attribute.</summary>
    public NodeAttribute(string name, long value) : this(name, AttributeKind.Int, value) { }

    /// <summary>A string attribute, stored as UTF-8.</summary>
    public NodeAttribute(string name, string value) : this(name, AttributeKind.String, (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(value)) { }

    /// <summary>A string attribute of raw bytes.</summary>
    public NodeAttribute(string name, ReadOnlyMemory<byte> value) : this(name, AttributeKind.String, value) { }

    /// <summary>A tensor attribute.</summary>
    public NodeAttribute(string name, TensorData value) : this(name, AttributeKind.Tensor, value) { }

    /// <summary>A sparse tensor attribute.</summary>
    public NodeAttribute(string name, SparseTensorData value) : this(name, AttributeKind.SparseTensor, value) { }

    /// <summary>A graph attribute.</summary>
    public NodeAttribute(string name, Graph value) : this(name, AttributeKind.Graph, value) { }

    /// <summary>A type attribute.</summary>
    public NodeAttribute(string name, OnnxType value) : this(name, AttributeKind.Type, value) { }

    /// <summary>An attribute that is a list of floats.</summary>
    public NodeAttribute(string name, ImmutableArray<float> values) : this(name, AttributeKind.Floats, values) { }

    /// <summary>An attribute that is a list of integers.</summary>
    public NodeAttribute(string name, ImmutableArray<long> values) : this(name, AttributeKind.Ints, values) { }

    /// <summary>An attribute that is a list of strings of bytes.</summary>
    public NodeAttribute(string name, ImmutableArray<ReadOnlyMemory<byte>> values) : this(name, AttributeKind.Strings, values) { }

    /// <summary>An attribute that is a list of tensors.</summary>
    public NodeAttribute(string name, ImmutableArray<TensorData> values) : this(name, AttributeKind.Tensors, values) { }

    /// <summary>An attribute that is a list of sparse tensors.</summary>
    public NodeAttribute(string name, ImmutableArray<SparseTensorData> values) : this(name, AttributeKind.SparseTensors, values) { }

    /// <summary>An attribute that is a list of graphs.</summary>
    public NodeAttribute(string name, ImmutableArray<Graph> values) : this(name, AttributeKind.Graphs, values) { }

    /// <summary>An attribute that is a list of types.</summary>
    public NodeAttribute(string name, ImmutableArray<OnnxType> values) : this(name, AttributeKind.Types, values) { }

    /// <summary>The name, as the operator's definition gives it.</summary>
    public string Name { get; }

    /// <summary>What the attribute holds.</summary>
    public AttributeKind Kind { get; }

    /// <summary>Inside a function: the name of the function's attribute whose value this one takes; else null.</summary>
    public string? ReferenceTo { get; private init; }

    /// <summary>The float.</summary>
    public float Float => Get<float>(AttributeKind.Float);

    /// <summary>The integer.</summary>
    public long Int => Get<long>(AttributeKind.Int);

    /// <summary>The string, decoded from UTF-8.</summary>
    public string String => Encoding.UTF8.GetString(StringBytes.Span);

    /// <summary>The bytes of the string.</summary>
    public ReadOnlyMemory<byte> StringBytes => Get<ReadOnlyMemory<byte>>(AttributeKind.String);

    /// <summary>The tensor.</summary>
    public TensorData Tensor => Get<TensorData>(AttributeKind.Tensor);

    /// <summary>The sparse tensor.</summary>
    public SparseTensorData SparseTensor => Get<SparseTensorData>(AttributeKind.SparseTensor);

    /// <summary>The graph.</summary>
    public Graph Graph => Get<Graph>(AttributeKind.Graph);

    /// <summary>The type.</summary>
    public OnnxType Type => Get<OnnxType>(AttributeKind.Type);

    /// <summary>The floats.</summary>
    public ImmutableArray<float> Floats => Get<ImmutableArray<float>>(AttributeKind.Floats);

    /// <summary>The integers.</summary>
    public ImmutableArray<long> Ints => Get<ImmutableArray<long>>(AttributeKind.Ints);

    /// <summary>The strings, as bytes.</summary>
    public ImmutableArray<ReadOnlyMemory<byte>> Strings => Get<ImmutableArray<ReadOnlyMemory<byte>>>(AttributeKind.Strings);

    /// <summary>The tensors.</summary>
    public ImmutableArray<TensorData> Tensors => Get<ImmutableArray<TensorData>>(AttributeKind.Tensors);

    /// <summary>The sparse tensors.</summary>
    public ImmutableArray<SparseTensorData> SparseTensors => Get<ImmutableArray<SparseTensorData>>(AttributeKind.SparseTensors);

    /// <summary>The graphs.</summary>
    public ImmutableArray<Graph> Graphs => Get<ImmutableArray<Graph>>(AttributeKind.Graphs);

    /// <summary>The types.</summary>
    public ImmutableArray<OnnxType> Types => Get<ImmutableArray<OnnxType>>(AttributeKind.Types);

    /// <summary>The graphs that the attribute holds, be it one or a list; empty for other kinds.</summary>
    public ImmutableArray<Graph> Subgraphs => Kind switch
    {
        AttributeKind.Graph when ReferenceTo is null => [Graph],
        AttributeKind.Graphs when ReferenceTo is null => Graphs,
        _ => [],
    };

    /// <summary>An attribute inside a function that takes the value of the function's own attribute.</summary>
    public static NodeAttribute Reference(string name, AttributeKind kind, string referenceTo) =>
        new(name, kind, null) { ReferenceTo = referenceTo };

    /// <summary>Name and value, for messages.</summary>
    public override string ToString() => $"{Name}={(ReferenceTo is null ? ValueText() : "@" + ReferenceTo)}";

    private string ValueText() => Kind switch
    {
        AttributeKind.Float => Float.ToString("R", CultureInfo.InvariantCulture),
        AttributeKind.Int => Int.ToString(CultureInfo.InvariantCulture),
        AttributeKind.String => $"\"{String}\"",
        AttributeKind.Ints => $"[{string.Join(',', Ints)}]",
        AttributeKind.Floats => $"[{string.Join(',', Floats.Select(f => f.ToString("R", CultureInfo.InvariantCulture)))}]",
        _ => _value?.ToString() ?? "",
    };

    private T Get<T>(AttributeKind kind) => Kind == kind && _value is T value
        ? value
        : throw new InvalidOperationException($"Attribute '{Name}' holds {(ReferenceTo is null ? Kind : "a reference")}, not {kind}.");
}
