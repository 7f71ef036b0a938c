using System.Collections.Immutable;
using OnnxConvert.Ir;
using OnnxConvert.Operators.Evaluation;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Emission;

/// <summary>
/// Writes ONNX nodes into a graph as the target opset wants them. What differs between opsets (an attribute that became
/// an input, an operator that came later, a type that was added) is decided here and nowhere else.
/// </summary>
public sealed partial class Emitter
{
    private readonly IKernelSupport _kernels;
    private readonly NameScope _names;
    private readonly ConstantPool _constants;
    private readonly GraphInference _inference;
    private readonly KnownContents _contents;

    /// <summary>An emitter whose names are unique among themselves.</summary>
    /// <param name="graph">The graph that nodes are added to.</param>
    /// <param name="opset">The version of ONNX's own operators to write.</param>
    /// <param name="kernels">What the runtime has that the graph is written for; by default what common runtimes have.</param>
    public Emitter(Graph graph, int opset, IKernelSupport? kernels = null)
        : this(graph, opset, new NameScope(), kernels)
    {
    }

    internal Emitter(Graph graph, int opset, NameScope names, IKernelSupport? kernels = null)
        : this(graph, opset, names, kernels ?? CommonKernels.Instance, new GraphInference(null, opset, isStrict: false), [])
    {
    }

    /// <summary>An emitter that adds the operator sets of other domains to <paramref name="imports"/>.</summary>
    internal Emitter(Graph graph, int opset, NameScope names, OrderedDictionary<string, long> imports)
        : this(graph, opset, names, CommonKernels.Instance, new GraphInference(null, opset, isStrict: false), imports)
    {
    }

    private Emitter(Graph graph, int opset, NameScope names, IKernelSupport kernels, GraphInference inference, OrderedDictionary<string, long> otherDomains)
    {
        _kernels = kernels;
        Graph = graph;
        Opset = opset;
        _inference = inference;
        _contents = new KnownContents(opset, inference.Facts);
        _names = names;
        _constants = new ConstantPool(graph, names);
        OtherDomains = otherDomains;
    }

    /// <summary>The graph that nodes are added to.</summary>
    public Graph Graph { get; }

    /// <summary>The target version of ONNX's own operators.</summary>
    public int Opset { get; }

    /// <summary>The prefix of the names that new nodes and values get.</summary>
    internal string Prefix { get; set; } = "";

    /// <summary>Called for every node that is added.</summary>
    internal Action<Node>? Added { get; set; }

    /// <summary>The operator sets that were used beside ONNX's own: domain to version.</summary>
    internal OrderedDictionary<string, long> OtherDomains { get; }

    /// <summary>An emitter for a graph inside this one: a branch or a body.</summary>
    internal Emitter Inside(Graph graph) => new(graph, Opset, _names, _kernels, _inference, OtherDomains) { Prefix = Prefix };

    /// <summary>Adds an input to the graph under a name that is unique in the model.</summary>
    internal Value AddInput(string name, OnnxType? type) => Graph.AddInput(_names.Unique(name), type);

    /// <summary>Adds an output to a graph inside another one. ONNX Runtime wants such outputs computed inside, each by a node of its own.</summary>
    internal void AddInnerOutput(Value value)
    {
        bool isOwn = value.Producer is not null && ReferenceEquals(value.Graph, Graph) && !value.IsGraphOutput;
        Graph.AddOutput(isOwn ? value : Identity(value));
    }

    /// <summary>Adds a node of one output exactly as given.</summary>
    /// <param name="opType">An operator of ONNX's own domain.</param>
    /// <param name="inputs">Its inputs; null for an optional one that is left out, trailing ones are dropped.</param>
    /// <param name="attributes">Its attributes.</param>
    /// <returns>The output.</returns>
    public Value Node(string opType, ReadOnlySpan<Value?> inputs, params ReadOnlySpan<NodeAttribute> attributes) =>
        NodeOf("", 0, opType, inputs, 1, attributes)[0];

    /// <summary>Adds a node of several outputs exactly as given.</summary>
    public IReadOnlyList<Value> Nodes(string opType, int outputCount, ReadOnlySpan<Value?> inputs, params ReadOnlySpan<NodeAttribute> attributes) =>
        NodeOf("", 0, opType, inputs, outputCount, attributes);

    /// <summary>Adds a node of any domain exactly as given.</summary>
    /// <param name="domain">The operator's domain; empty for ONNX's own.</param>
    /// <param name="version">The version of that domain's operator set, which the model will import; ignored for ONNX's own.</param>
    /// <param name="opType">The operator.</param>
    /// <param name="inputs">Its inputs; null for an optional one that is left out, trailing ones are dropped.</param>
    /// <param name="outputCount">The number of its outputs.</param>
    /// <param name="attributes">Its attributes.</param>
    public IReadOnlyList<Value> NodeOf(string domain, int version, string opType, ReadOnlySpan<Value?> inputs, int outputCount, params ReadOnlySpan<NodeAttribute> attributes)
    {
        int count = inputs.Length;
        while (count > 0 && inputs[count - 1] is null)
            count--;
        Node node = Graph.AddNode(opType, inputs[..count].ToArray(), domain);
        node.Name = _names.Unique(Prefix.Length > 0 ? $"{Prefix}/{opType}" : opType);
        foreach (NodeAttribute attribute in attributes)
            node.Attributes.Set(attribute);
        for (int i = 0; i < outputCount; i++)
            node.AddOutput(_names.Unique(i == 0 ? $"{node.Name}_out" : $"{node.Name}_out{i}"));
        if (domain.Length > 0)
            OtherDomains[domain] = Math.Max(version, OtherDomains.GetValueOrDefault(domain));
        else
            _inference.FindFault(node);
        Added?.Invoke(node);
        return node.Outputs;
    }

    /// <summary>A constant. Equal small constants share one initializer.</summary>
    public Value Const(TensorData data, string name = "const") => _constants.Get(data, name);

    /// <summary>A scalar constant.</summary>
    public Value Const<T>(T value)
        where T : unmanaged => Const(TensorData.Scalar(value));

    /// <summary>A scalar constant of a given element type.</summary>
    /// <exception cref="NotSupportedException">The type is no number that a double can stand for.</exception>
    public Value Const(double value, ElementType type) => Const(Numbers.Scalar(value, type));

    /// <summary>A rank 1 constant of int64, as axes, shapes and pads are given.</summary>
    public Value Ints(params ReadOnlySpan<long> values) => Const(TensorData.Vector(values), "ints");

    /// <summary>An identity, for a result that must have a value of its own.</summary>
    public Value Identity(Value x) => Node("Identity", [x]);

    /// <summary>The contents of a value that is constant or follows from constants and known sizes, else null; of small tensors only where it is computed.</summary>
    public TensorData? Contents(Value value) => _contents.Of(value);

    /// <summary>Names a value after the source tensor that it stands for.</summary>
    internal void Label(Value value, string name) => value.Name = _names.Unique(name);

    /// <summary>The sizes of a value whose shape is known, else null.</summary>
    public static long[]? Sizes(Value value) => value.Shape?.ToSizes();

    private static NodeAttribute IntsAttribute(string name, ReadOnlySpan<long> values) => new(name, ImmutableArray.Create(values));
}
