using OnnxConvert.Files.Reading;
using OnnxConvert.Ir;
using OnnxConvert.Operators;
using Fbs = OnnxConvert.OrtFormat.Schema;

namespace OnnxConvert.OrtFormat.Reading;

/// <summary>Reads a graph and puts its nodes in order: in a file they stand as they were made.</summary>
internal sealed class GraphReader
{
    private readonly TensorReader _tensors;
    private readonly AttributeReader _attributes;
    private readonly List<RuntimeOptimization> _optimizations;

    /// <param name="file">The file.</param>
    /// <param name="optimizations">Takes the runtime optimizations of all graphs.</param>
    public GraphReader(OrtFile file, List<RuntimeOptimization> optimizations)
    {
        _tensors = new TensorReader(file);
        _attributes = new AttributeReader(file, _tensors, this);
        _optimizations = optimizations;
    }

    public Graph Read(Fbs.Graph source, ValueScope? outer, string name)
    {
        var graph = new Graph(name);
        var scope = new ValueScope(graph, outer);
        Dictionary<string, Fbs.ValueInfo> infos = ValueInfos(source);
        for (int i = 0; i < source.InputsLength; i++)
            scope.Add(Describe(graph.AddInput(source.Inputs(i) ?? "", null), infos));
        ReadInitializers(source, scope);
        Dictionary<uint, Node> nodes = ReadNodes(source, scope, infos);
        for (int i = 0; i < source.OutputsLength; i++)
            graph.AddOutput(scope.Resolve(source.Outputs(i) ?? "") ?? throw new InvalidModelException($"The graph '{name}' has an output without a name."));
        RuntimeOptimizationReader.Read(source.RuntimeOptimizations, graph, nodes, _optimizations);
        graph.Sort();
        return graph;
    }

    private static Dictionary<string, Fbs.ValueInfo> ValueInfos(Fbs.Graph source)
    {
        var infos = new Dictionary<string, Fbs.ValueInfo>(source.NodeArgsLength, StringComparer.Ordinal);
        for (int i = 0; i < source.NodeArgsLength; i++)
        {
            Fbs.ValueInfo info = source.NodeArgs(i)!.Value;
            if (info.Name is { } name)
                infos.TryAdd(name, info);
        }

        return infos;
    }

    private static Value Describe(Value value, Dictionary<string, Fbs.ValueInfo> infos)
    {
        if (infos.TryGetValue(value.Name, out Fbs.ValueInfo info))
        {
            value.Type = TypeReader.Read(info.Type);
            value.DocString = info.DocString is { Length: > 0 } description ? description : null;
        }

        return value;
    }

    private void ReadInitializers(Fbs.Graph source, ValueScope scope)
    {
        for (int i = 0; i < source.InitializersLength; i++)
        {
            Fbs.Tensor tensor = source.Initializers(i)!.Value;
            string name = tensor.Name ?? "";
            // A name that is an input too makes the tensor the input's default.
            if (scope.FindOwn(name) is { IsGraphInput: true, Initializer: null } input)
                scope.Graph.SetInitializer(input, _tensors.Read(tensor));
            else
                scope.Add(scope.Graph.AddInitializer(name, _tensors.Read(tensor)));
        }

        for (int i = 0; i < source.SparseInitializersLength; i++)
        {
            Fbs.SparseTensor tensor = source.SparseInitializers(i)!.Value;
            string name = tensor.Values?.Name ?? "";
            if (scope.FindOwn(name) is { IsGraphInput: true, Initializer: null, SparseInitializer: null } input)
                scope.Graph.SetInitializer(input, _tensors.Read(tensor));
            else
                scope.Add(scope.Graph.AddInitializer(name, _tensors.Read(tensor)));
        }
    }

    private Dictionary<uint, Node> ReadNodes(Fbs.Graph source, ValueScope scope, Dictionary<string, Fbs.ValueInfo> infos)
    {
        var nodes = new Dictionary<uint, Node>(source.NodesLength);
        var made = new List<(Node Node, Fbs.Node Source)>(source.NodesLength);
        for (int i = 0; i < source.NodesLength; i++)
        {
            Fbs.Node from = source.Nodes(i)!.Value;
            Node node = scope.Graph.AddNode(from.OpType ?? "", [], Domains.Normalize(from.Domain ?? ""));
            for (int k = 0; k < from.OutputsLength; k++)
                scope.Add(Describe(node.AddOutput(from.Outputs(k) ?? ""), infos));
            if (!nodes.TryAdd(from.Index, node))
                throw new InvalidModelException($"Two nodes of a graph have the index {from.Index}; one is {node}.");
            made.Add((node, from));
        }

        // Outputs come first, so that nodes may stand in any order.
        foreach ((Node node, Fbs.Node from) in made)
            Complete(node, from, scope);
        return nodes;
    }

    private void Complete(Node node, Fbs.Node from, ValueScope scope)
    {
        node.Name = from.Name ?? "";
        node.DocString = from.DocString is { Length: > 0 } description ? description : null;
        node.Annotations.Set(new NodeExtras(from.SinceVersion, from.ExecutionProviderType ?? "", [.. from.GetInputArgCountsArray() ?? []]));
        for (int i = 0; i < from.InputsLength; i++)
            node.AddInput(scope.Resolve(from.Inputs(i) ?? ""));
        for (int i = 0; i < from.AttributesLength; i++)
        {
            NodeAttribute attribute = _attributes.Read(from.Attributes(i)!.Value, scope);
            if (node.Attributes.Contains(attribute.Name))
                throw new InvalidModelException($"{node} has the attribute '{attribute.Name}' twice.");
            node.Attributes.Set(attribute);
        }
    }
}
