using System.Diagnostics.CodeAnalysis;

namespace OnnxConvert.Ir;

/// <summary>
/// Nodes in an order, with inputs, outputs and initializers. Values know who produces and who reads them; every
/// editing method keeps that right. Nodes are a linked list: insertion and removal take constant time and are
/// allowed while <see cref="Nodes"/> is being walked.
/// </summary>
public sealed partial class Graph
{
    private readonly List<Value> _inputs = [];
    private readonly List<Value> _outputs = [];
    private readonly LinkedList<Value> _initializers = [];
    private readonly Dictionary<Value, LinkedListNode<Value>> _initializerPlaces = [];
    private Dictionary<string, string>? _metadata;
    private Annotations _annotations;

    /// <summary>An empty graph.</summary>
    public Graph(string name = "") => Name = name;

    /// <summary>A label.</summary>
    public string Name { get; set; }

    /// <summary>A description for people, or null.</summary>
    public string? DocString { get; set; }

    /// <summary>The node whose attribute this graph is; null for a model's main graph and function bodies.</summary>
    public Node? Owner { get; internal set; }

    /// <summary>The graph around this one, whose values its nodes may read, or null.</summary>
    public Graph? Outer => Owner?.Graph;

    /// <summary>What the caller feeds.</summary>
    public IReadOnlyList<Value> Inputs => _inputs;

    /// <summary>What the caller gets. A value may be there several times.</summary>
    public IReadOnlyList<Value> Outputs => _outputs;

    /// <summary>The values with constant contents, in the order in which they were added.</summary>
    public IReadOnlyCollection<Value> Initializers => _initializers;

    /// <summary>Named remarks that travel with the graph.</summary>
    public IDictionary<string, string> Metadata => _metadata ??= [];

    /// <summary>Whether there are named remarks.</summary>
    public bool HasMetadata => _metadata is { Count: > 0 };

    /// <summary>What a file format or a pass keeps of the graph beyond this class.</summary>
    public ref Annotations Annotations => ref _annotations;

    /// <summary>Adds an input behind the others.</summary>
    public Value AddInput(string name, OnnxType? type)
    {
        var value = new Value(this, name, type) { IsGraphInput = true };
        _inputs.Add(value);
        return value;
    }

    /// <summary>Removes an input.</summary>
    /// <exception cref="InvalidOperationException">It is read or is a graph output.</exception>
    public void RemoveInput(Value input)
    {
        if (!input.IsUnused)
            throw new InvalidOperationException($"Input {input} is still used.");
        if (!_inputs.Remove(input))
            throw new ArgumentException($"{input} is no input of this graph.", nameof(input));
        ForgetInitializer(input);
        input.IsGraphInput = false;
    }

    /// <summary>Adds an output behind the others.</summary>
    public void AddOutput(Value value)
    {
        _outputs.Add(value);
        value.OutputCount++;
    }

    /// <summary>Exchanges the output at <paramref name="index"/>.</summary>
    public void SetOutput(int index, Value value)
    {
        _outputs[index].OutputCount--;
        _outputs[index] = value;
        value.OutputCount++;
    }

    /// <summary>Removes the output at <paramref name="index"/>; the value itself stays.</summary>
    public void RemoveOutput(int index)
    {
        _outputs[index].OutputCount--;
        _outputs.RemoveAt(index);
    }

    /// <summary>Adds a constant.</summary>
    public Value AddInitializer(string name, TensorData data)
    {
        var value = new Value(this, name, data.Type) { Initializer = data };
        RememberInitializer(value);
        return value;
    }

    /// <summary>Adds a sparse constant.</summary>
    public Value AddInitializer(string name, SparseTensorData data)
    {
        var value = new Value(this, name, new TensorType(data.Values.ElementType, Shape.Of(data.Dims.AsSpan()))) { SparseInitializer = data };
        RememberInitializer(value);
        return value;
    }

    /// <summary>Gives constant contents to a value without a producer: a default for an input, or new contents for a constant.</summary>
    /// <exception cref="InvalidOperationException">A node produces the value.</exception>
    public void SetInitializer(Value value, TensorData data)
    {
        if (value.Producer is not null)
            throw new InvalidOperationException($"{value} is computed by {value.Producer}; it cannot be constant too.");
        value.Initializer = data;
        value.SparseInitializer = null;
        if (!value.IsGraphInput)
            value.Type = data.Type;
        RememberInitializer(value);
    }

    /// <summary>Gives sparse constant contents to a value without a producer: a default for an input, or new contents for a constant.</summary>
    /// <exception cref="InvalidOperationException">A node produces the value.</exception>
    public void SetInitializer(Value value, SparseTensorData data)
    {
        if (value.Producer is not null)
            throw new InvalidOperationException($"{value} is computed by {value.Producer}; it cannot be constant too.");
        value.Initializer = null;
        value.SparseInitializer = data;
        if (!value.IsGraphInput)
            value.Type = new TensorType(data.Values.ElementType, Shape.Of(data.Dims.AsSpan()));
        RememberInitializer(value);
    }

    /// <summary>Removes a constant.</summary>
    /// <exception cref="InvalidOperationException">It is read or is a graph output.</exception>
    public void RemoveInitializer(Value value)
    {
        if (!value.IsUnused && !value.IsGraphInput)
            throw new InvalidOperationException($"Constant {value} is still used.");
        if (!ForgetInitializer(value))
            throw new ArgumentException($"{value} is no constant of this graph.", nameof(value));
        value.Initializer = null;
        value.SparseInitializer = null;
    }

    /// <summary>A value without a producer that no list of the graph names: for readers, when a file refers to what it does not define.</summary>
    public Value AddFreeValue(string name, OnnxType? type = null) => new(this, name, type);

    /// <summary>Makes everyone that reads <paramref name="value"/>, graph outputs included, read <paramref name="replacement"/>.</summary>
    /// <remarks>The label of a graph output goes over to its replacement when that is a plain intermediate value.</remarks>
    public static void ReplaceAllUses(Value value, Value replacement)
    {
        if (ReferenceEquals(value, replacement))
            return;
        while (value.Uses.Count > 0)
        {
            Use use = value.Uses[^1];
            use.Node.SetInput(use.InputIndex, replacement);
        }

        ReplaceOutputs(value.Graph, value, replacement);
    }

    /// <summary>This graph and all graphs inside it, outer ones first.</summary>
    public IEnumerable<Graph> SelfAndSubgraphs()
    {
        var pending = new Stack<Graph>();
        pending.Push(this);
        while (pending.TryPop(out Graph? graph))
        {
            yield return graph;
            foreach (Node node in graph.Nodes)
            {
                foreach (Graph subgraph in node.Subgraphs)
                    pending.Push(subgraph);
            }
        }
    }

    /// <summary>Whether values of <paramref name="other"/> can be read in this graph: it is this one or one around it.</summary>
    public bool CanSee([NotNullWhen(true)] Graph? other)
    {
        for (Graph? graph = this; graph is not null; graph = graph.Outer)
        {
            if (ReferenceEquals(graph, other))
                return true;
        }

        return false;
    }

    /// <summary>Name and size, for messages.</summary>
    public override string ToString() => $"graph '{Name}' of {NodeCount} nodes";

    internal void ReleaseCaptures()
    {
        foreach (Node node in Nodes)
            node.ReleaseInputs();
        while (_outputs.Count > 0)
            RemoveOutput(_outputs.Count - 1);
    }

    private void RememberInitializer(Value value)
    {
        if (!_initializerPlaces.ContainsKey(value))
            _initializerPlaces.Add(value, _initializers.AddLast(value));
    }

    private bool ForgetInitializer(Value value)
    {
        if (!_initializerPlaces.Remove(value, out LinkedListNode<Value>? place))
            return false;
        _initializers.Remove(place);
        return true;
    }

    private static void ReplaceOutputs(Graph graph, Value value, Value replacement)
    {
        if (value.OutputCount == 0)
            return;
        bool takesName = !replacement.IsGraphInput && !replacement.IsGraphOutput && replacement.Initializer is null && ReferenceEquals(replacement.Graph, graph);
        if (takesName)
            (value.Name, replacement.Name) = (replacement.Name, value.Name);
        foreach (Graph holder in graph.SelfAndSubgraphs())
        {
            for (int i = 0; i < holder._outputs.Count; i++)
            {
                if (ReferenceEquals(holder._outputs[i], value))
                    holder.SetOutput(i, replacement);
            }

            if (value.OutputCount == 0)
                return;
        }
    }
}
