using Google.FlatBuffers;
using OnnxConvert.Ir;
using OnnxConvert.OrtFormat.Kernels;
using OnnxConvert.OrtFormat.Reading;
using Fbs = OnnxConvert.OrtFormat.Schema;

namespace OnnxConvert.OrtFormat.Writing;

/// <summary>Writes a graph and those inside it, and remembers the operators that it meets.</summary>
internal sealed class GraphWriter
{
    private const string CpuProvider = "CPUExecutionProvider";

    private readonly FlatWriter _writer;
    private readonly OperatorCatalog _catalog;
    private readonly TensorWriter _tensors;
    private readonly AttributeWriter _attributes;
    private readonly ILookup<Graph, RuntimeOptimization> _optimizations;

    public GraphWriter(FlatWriter writer, OperatorCatalog catalog, TensorWriter tensors, IEnumerable<RuntimeOptimization> optimizations)
    {
        _writer = writer;
        _catalog = catalog;
        _tensors = tensors;
        _attributes = new AttributeWriter(writer, tensors, this);
        _optimizations = optimizations.ToLookup(o => o.Graph);
    }

    /// <summary>The operators of all nodes written so far, in the format's notation, with a node of each.</summary>
    public SortedDictionary<string, Node> Operators { get; } = new(StringComparer.Ordinal);

    public Offset<Fbs.Graph> Write(Graph graph)
    {
        var nodes = new OrderedDictionary<Node, int>();
        foreach (Node node in graph.Nodes)
            nodes.Add(node, nodes.Count);
        var captured = graph.Nodes.Where(n => n.Subgraphs.Any()).ToDictionary(n => n, n => (IReadOnlyList<Value>)[.. n.Subgraphs.SelectMany(g => g.CapturedValues()).Distinct()]);
        IReadOnlyList<Value> ImplicitInputs(Node node) => captured.GetValueOrDefault(node, []);

        FlatBufferBuilder builder = _writer.Builder;
        VectorOffset initializers = Fbs.Graph.CreateInitializersVector(builder, [.. graph.Initializers.Where(v => v.Initializer is not null).Select(v => _tensors.Write(NameOf(v), v.Initializer!, isInitializer: true))]);
        VectorOffset sparse = Fbs.Graph.CreateSparseInitializersVector(builder, [.. graph.Initializers.Where(v => v.SparseInitializer is not null).Select(v => _tensors.Write(NameOf(v), v.SparseInitializer!))]);
        VectorOffset values = Fbs.Graph.CreateNodeArgsVector(builder, WriteValues(graph, ImplicitInputs));
        VectorOffset written = Fbs.Graph.CreateNodesVector(builder, [.. nodes.Select(n => Write(n.Key, n.Value, ImplicitInputs(n.Key)))]);
        VectorOffset edges = Fbs.Graph.CreateNodeEdgesVector(builder, new EdgeWriter(nodes, ImplicitInputs).Write(builder));
        VectorOffset inputs = Fbs.Graph.CreateInputsVector(builder, _writer.Names(graph.Inputs.Select(NameOf)));
        VectorOffset outputs = Fbs.Graph.CreateOutputsVector(builder, _writer.Names(graph.Outputs.Select(NameOf)));
        Offset<Fbs.RuntimeOptimizations> optimizations = RuntimeOptimizationWriter.Write(_writer, _optimizations[graph], nodes);
        return Fbs.Graph.CreateGraph(builder, initializers, values, written, (uint)nodes.Count, edges, inputs, outputs, sparse, optimizations);
    }

    private static string NameOf(Value? value)
    {
        if (value is null)
            return "";
        return value.Name.Length > 0
            ? value.Name
            : throw new InvalidModelException($"A value {value.Type} made by {value.Producer} is used, but has no name.");
    }

    private static string OutputName(Value output) => output.IsUnused ? output.Name : NameOf(output);

    /// <summary>Writes the type of every value that the graph names, those of outer graphs included.</summary>
    private Offset<Fbs.ValueInfo>[] WriteValues(Graph graph, Func<Node, IReadOnlyList<Value>> implicitInputs)
    {
        var values = new OrderedDictionary<string, Value?>();
        foreach (Value value in graph.Inputs.Concat(graph.Initializers))
            values.TryAdd(NameOf(value), value);
        foreach (Node node in graph.Nodes)
        {
            foreach (Value? input in node.Inputs.Concat(implicitInputs(node)))
                values.TryAdd(NameOf(input), input);
            foreach (Value output in node.Outputs)
                values.TryAdd(OutputName(output), output.Name.Length > 0 ? output : null);
        }

        foreach (Value value in graph.Outputs)
            values.TryAdd(NameOf(value), value);
        return [.. values.Select(v => Write(v.Key, v.Value))];
    }

    private Offset<Fbs.ValueInfo> Write(string name, Value? value)
    {
        StringOffset nameOffset = _writer.Name(name);
        StringOffset description = _writer.Name(value?.DocString ?? "");
        // What is left out has an empty name, and no type.
        Offset<Fbs.TypeInfo> type = value is null ? default : TypeWriter.Write(_writer, value.Type, name);
        return Fbs.ValueInfo.CreateValueInfo(_writer.Builder, nameOffset, description, type);
    }

    private Offset<Fbs.Node> Write(Node node, int index, IReadOnlyList<Value> implicitInputs)
    {
        FlatBufferBuilder builder = _writer.Builder;
        int sinceVersion = _catalog.SinceVersion(node);
        Operators.TryAdd(OperatorSignature.IdOf(node.Domain, node.OpType, sinceVersion), node);
        VectorOffset attributes = Fbs.Node.CreateAttributesVector(builder, [.. node.Attributes.Select(a => _attributes.Write(a, node))]);
        VectorOffset inputs = Fbs.Node.CreateInputsVector(builder, _writer.Names(node.Inputs.Select(NameOf)));
        VectorOffset outputs = Fbs.Node.CreateOutputsVector(builder, _writer.Names(node.Outputs.Select(OutputName)));
        VectorOffset counts = Fbs.Node.CreateInputArgCountsVector(builder, [.. _catalog.InputCounts(node)]);
        VectorOffset captured = Fbs.Node.CreateImplicitInputsVector(builder, _writer.Names(implicitInputs.Select(NameOf)));
        string provider = node.Annotations.Get<NodeExtras>() is { Provider.Length: > 0 } extras ? extras.Provider : CpuProvider;
        return Fbs.Node.CreateNode(
            builder, _writer.Name(node.Name), _writer.Name(node.DocString ?? ""), _writer.Name(node.Domain), sinceVersion, (uint)index,
            _writer.Name(node.OpType), Fbs.NodeType.Primitive, _writer.Name(provider), inputs, outputs, attributes, counts, captured);
    }
}
