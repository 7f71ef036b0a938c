namespace OnnxConvert.Ir;

/// <summary>
/// An edge of the graph: what one node (or the graph's caller, or an initializer) produces and any number of nodes read.
/// The name is a label; identity is the object.
/// </summary>
public sealed class Value
{
    private readonly SmallList<Use> _uses = new();
    private Dictionary<string, string>? _metadata;
    private Annotations _annotations;

    internal Value(Graph graph, string name, OnnxType? type)
    {
        Graph = graph;
        Name = name;
        Type = type;
    }

    /// <summary>The graph that the value belongs to. Nodes of inner graphs may read it too.</summary>
    public Graph Graph { get; }

    /// <summary>The label; unique among the values that are visible together when a model is saved.</summary>
    public string Name { get; set; }

    /// <summary>The type, or null when nothing is known.</summary>
    public OnnxType? Type { get; set; }

    /// <summary>The element type of a tensor, else <see cref="ElementType.Undefined"/>.</summary>
    public ElementType ElementType => (Type as TensorType)?.ElementType ?? ElementType.Undefined;

    /// <summary>The shape of a tensor, or null when the rank is not known.</summary>
    public Shape? Shape => (Type as TensorType)?.Shape;

    /// <summary>The node that computes the value, or null for graph inputs and initializers.</summary>
    public Node? Producer { get; internal set; }

    /// <summary>The position among the outputs of <see cref="Producer"/>.</summary>
    public int ProducerIndex { get; internal set; }

    /// <summary>The constant contents, or null. On a graph input it is the default.</summary>
    public TensorData? Initializer { get; internal set; }

    /// <summary>The constant contents in sparse form, or null.</summary>
    public SparseTensorData? SparseInitializer { get; internal set; }

    /// <summary>Whether the caller feeds the value.</summary>
    public bool IsGraphInput { get; internal set; }

    /// <summary>Whether the value is among the outputs of <see cref="Graph"/>, or of an inner graph.</summary>
    public bool IsGraphOutput => OutputCount > 0;

    /// <summary>The constant contents of a value that no caller can replace, else null.</summary>
    public TensorData? Constant => IsGraphInput ? null : Initializer;

    /// <summary>Whether the value is constant.</summary>
    public bool IsConstant => Constant is not null;

    /// <summary>The nodes that read the value, once for each input that does, in no particular but deterministic order.</summary>
    public IReadOnlyList<Use> Uses => _uses;

    /// <summary>Whether nobody reads the value and it is no graph output.</summary>
    public bool IsUnused => _uses.Count == 0 && OutputCount == 0;

    /// <summary>How a quantized tensor of a source model maps to real numbers; null on values that are not quantized and in ONNX graphs.</summary>
    public QuantizationParameters? Quantization { get; set; }

    /// <summary>A description for people, or null.</summary>
    public string? DocString { get; set; }

    /// <summary>Named remarks that travel with the value.</summary>
    public IDictionary<string, string> Metadata => _metadata ??= [];

    /// <summary>Whether there are named remarks.</summary>
    public bool HasMetadata => _metadata is { Count: > 0 };

    internal int OutputCount { get; set; }

    /// <summary>What a file format or a pass keeps of the value beyond this class.</summary>
    public ref Annotations Annotations => ref _annotations;

    /// <summary>Name and type, for messages.</summary>
    public override string ToString() => $"'{Name}' {Type?.ToString() ?? "of unknown type"}";

    internal int AddUse(Use use)
    {
        _uses.Add(use);
        return _uses.Count - 1;
    }

    /// <summary>Forgets the use at <paramref name="index"/>; the last one takes its place, so that forgetting takes constant time.</summary>
    internal void RemoveUse(int index)
    {
        Use last = _uses[^1];
        _uses[index] = last;
        last.Node.MoveUse(last.InputIndex, index);
        _uses.RemoveLast();
    }
}
