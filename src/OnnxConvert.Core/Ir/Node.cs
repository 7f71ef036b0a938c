namespace OnnxConvert.Ir;

/// <summary>
/// One operator of a graph. A node belongs to at most one graph, owns its outputs, and refers to its inputs.
/// Setting an input keeps the uses of both values right.
/// </summary>
public sealed class Node
{
    private readonly InputList _inputs = new();
    private readonly SmallList<Value> _outputs = new();
    private Dictionary<string, string>? _metadata;
    private Annotations _annotations;

    internal Node(Graph graph, string opType, string domain)
    {
        Graph = graph;
        OpType = opType;
        Domain = domain;
        Attributes = new NodeAttributes(this);
    }

    /// <summary>The graph that the node belongs to; null once it was removed.</summary>
    public Graph? Graph { get; internal set; }

    /// <summary>The operator.</summary>
    public string OpType { get; set; }

    /// <summary>The operator's domain; the empty string is ONNX's own.</summary>
    public string Domain { get; set; }

    /// <summary>Which of several functions of one name is meant; normally empty.</summary>
    public string Overload { get; set; } = "";

    /// <summary>A label; may be empty.</summary>
    public string Name { get; set; } = "";

    /// <summary>A description for people, or null.</summary>
    public string? DocString { get; set; }

    /// <summary>The attributes.</summary>
    public NodeAttributes Attributes { get; }

    /// <summary>The inputs; null where an optional one is left out.</summary>
    public IReadOnlyList<Value?> Inputs => _inputs;

    /// <summary>The outputs. An output with an empty name is left out in files.</summary>
    public IReadOnlyList<Value> Outputs => _outputs;

    /// <summary>Named remarks that travel with the node.</summary>
    public IDictionary<string, string> Metadata => _metadata ??= [];

    /// <summary>Whether there are named remarks.</summary>
    public bool HasMetadata => _metadata is { Count: > 0 };

    /// <summary>The node before this one in the graph's order.</summary>
    public Node? Previous { get; internal set; }

    /// <summary>The node after this one in the graph's order.</summary>
    public Node? Next { get; internal set; }

    /// <summary>What a file format or a pass keeps of the node beyond this class.</summary>
    public ref Annotations Annotations => ref _annotations;

    /// <summary>The graphs held by attributes: branches and loop bodies.</summary>
    public IEnumerable<Graph> Subgraphs
    {
        get
        {
            foreach (NodeAttribute attribute in Attributes)
            {
                foreach (Graph graph in attribute.Subgraphs)
                    yield return graph;
            }
        }
    }

    /// <summary>The input at <paramref name="index"/>, or null when it is left out or there are fewer.</summary>
    public Value? Input(int index) => index < _inputs.Count ? _inputs[index].Value : null;

    /// <summary>Whether the node is the ONNX operator <paramref name="opType"/>.</summary>
    public bool Is(string opType) => OpType == opType && Domain.Length == 0;

    /// <summary>Makes the node read <paramref name="value"/> at an existing input.</summary>
    public void SetInput(int index, Value? value)
    {
        (Value? former, int useIndex) = _inputs[index];
        former?.RemoveUse(useIndex);
        _inputs[index] = new InputList.Entry(value, value?.AddUse(new Use(this, index)) ?? -1);
    }

    /// <summary>Adds an input behind the others.</summary>
    public void AddInput(Value? value)
    {
        _inputs.Add(new InputList.Entry(value, value?.AddUse(new Use(this, _inputs.Count)) ?? -1));
    }

    /// <summary>Drops the last inputs so that <paramref name="count"/> remain.</summary>
    public void TruncateInputs(int count)
    {
        while (_inputs.Count > count)
        {
            SetInput(_inputs.Count - 1, null);
            _inputs.RemoveLast();
        }
    }

    /// <summary>Adds an output behind the others and returns it.</summary>
    public Value AddOutput(string name, OnnxType? type = null)
    {
        Graph graph = Graph ?? throw new InvalidOperationException($"{this} was removed from its graph.");
        var value = new Value(graph, name, type) { Producer = this, ProducerIndex = _outputs.Count };
        _outputs.Add(value);
        return value;
    }

    /// <summary>Drops the last outputs so that <paramref name="count"/> remain.</summary>
    /// <exception cref="InvalidOperationException">One of them is read or is a graph output.</exception>
    public void TruncateOutputs(int count)
    {
        while (_outputs.Count > count)
        {
            Value last = _outputs[^1];
            if (!last.IsUnused)
                throw new InvalidOperationException($"Output {last} of {this} is still used.");
            last.Producer = null;
            _outputs.RemoveLast();
        }
    }

    /// <summary>Operator and name, for messages.</summary>
    public override string ToString() => Name.Length > 0 ? $"{OpType} '{Name}'" : $"{OpType} -> {(_outputs.Count > 0 ? _outputs[0].Name : "")}";

    internal void MoveUse(int inputIndex, int useIndex) => _inputs.Place(inputIndex).UseIndex = useIndex;

    /// <summary>Ends the node's reading, and that of all nodes in its inner graphs.</summary>
    internal void ReleaseInputs()
    {
        TruncateInputs(0);
        foreach (Graph subgraph in Subgraphs)
        {
            // A graph that was given to another node lives on there.
            if (ReferenceEquals(subgraph.Owner, this))
                subgraph.ReleaseCaptures();
        }
    }
}
