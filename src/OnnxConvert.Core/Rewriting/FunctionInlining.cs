using OnnxConvert.Emission;
using OnnxConvert.Ir;
using OnnxConvert.Operators;

namespace OnnxConvert.Rewriting;

/// <summary>Puts the bodies of the model's own functions in the places of their calls.</summary>
public sealed class FunctionInlining
{
    // Functions may call functions, but not themselves.
    private const int MaxDepth = 64;

    // Every call is written out: what a small file can name this way grows without bound.
    private const int MaxNodes = 1_000_000;

    private readonly Model _model;
    private readonly NameScope _names;
    private readonly Dictionary<(string Domain, string Name, string Overload), Function> _functions;
    private int _nodes;

    private FunctionInlining(Model model, NameScope names)
    {
        _model = model;
        _names = names;
        _functions = model.Functions.ToDictionary(f => (Domains.Normalize(f.Domain), f.Name, f.Overload));
    }

    /// <summary>Inlines all calls in all graphs of a model, which has no functions any more then. New nodes stand at the end of their graph.</summary>
    /// <param name="model">The model.</param>
    /// <exception cref="InvalidModelException">Functions call themselves, or each other more than 64 deep.</exception>
    /// <exception cref="UnsupportedModelException">A function is of another operator set, or the model has more than a million nodes then.</exception>
    public static void Inline(Model model)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (model.Functions.Count == 0)
            return;
        new FunctionInlining(model, NameScope.Of(model.Graph)).Inline();
        model.Functions.Clear();
    }

    private void Inline()
    {
        for (int depth = 0; depth < MaxDepth; depth++)
        {
            (Node Node, Function Function)[] calls = [.. _model.Graph.SelfAndSubgraphs().SelectMany(g => g.Nodes).Select(n => (n, Find(n))).Where(c => c.Item2 is not null)!];
            if (calls.Length == 0)
                return;
            foreach ((Node node, Function function) in calls)
                Inline(node, function);
        }

        throw new InvalidModelException($"The functions of the model call each other more than {MaxDepth} deep, or themselves.");
    }

    private Function? Find(Node node) => _functions.GetValueOrDefault((node.Domain, node.OpType, node.Overload));

    private void Inline(Node call, Function function)
    {
        ImportOpsets(call, function);
        Graph graph = call.Graph!;
        var map = new Dictionary<Value, Value>();
        for (int i = 0; i < function.Body.Inputs.Count; i++)
            map[function.Body.Inputs[i]] = call.Input(i) ?? graph.AddFreeValue("");
        Node? last = graph.Nodes.LastOrDefault();
        GraphCloner.CopyContents(function.Body, graph, map);
        Node[] added = [.. NodesAfter(graph, last)];
        if ((_nodes += added.Sum(n => 1 + n.Subgraphs.Sum(g => g.NodeCount))) > MaxNodes)
            throw new UnsupportedModelException($"The functions of the model are more than {MaxNodes} nodes when they are written out.");
        foreach (Node node in added)
            Settle(node, call, function);
        LeaveOut(added);
        for (int i = 0; i < call.Outputs.Count; i++)
        {
            Value output = call.Outputs[i];
            Value result = Result(call, map[function.Body.Outputs[i]], output.Type);
            string name = output.Name;
            Graph.ReplaceAllUses(output, result);
            result.Name = name;
        }

        graph.Remove(call);
    }

    /// <summary>What stands for an output of the call: a value of its own, even if the body only passes one on.</summary>
    private static Value Result(Node call, Value result, OnnxType? type)
    {
        bool isOwn = result.Producer is not null && !call.Inputs.Contains(result) && ReferenceEquals(result.Graph, call.Graph) && !result.IsGraphOutput;
        if (!isOwn)
            result = call.Graph!.AddNode("Identity", [result]).AddOutput("");
        result.Type = type ?? result.Type;
        return result;
    }

    private static IEnumerable<Node> NodesAfter(Graph graph, Node? last) => last is null ? graph.Nodes : graph.Nodes.SkipWhile(n => !ReferenceEquals(n, last)).Skip(1);

    /// <summary>Gives copied nodes and values names of their own, and attributes the values that the call has for them.</summary>
    private void Settle(Node node, Node call, Function function)
    {
        node.Name = _names.Unique(call.Name.Length > 0 ? $"{call.Name}/{node.OpType}" : node.OpType);
        foreach (NodeAttribute attribute in node.Attributes.Where(a => a.ReferenceTo is not null).ToArray())
        {
            NodeAttribute? value = call.Attributes.Find(attribute.ReferenceTo!) ?? function.AttributeDefaults.FirstOrDefault(a => a.Name == attribute.ReferenceTo);
            if (value is null)
                node.Attributes.Remove(attribute.Name);
            else
                node.Attributes.Set(Renamed(value, attribute.Name));
        }

        foreach (Value output in node.Outputs.Where(o => o.Name.Length > 0))
            output.Name = _names.Unique(output.Name);
        foreach (Graph inner in node.Subgraphs)
        {
            foreach (Value value in inner.Inputs.Concat(inner.Initializers))
                value.Name = _names.Unique(value.Name);
            foreach (Node innerNode in inner.Nodes)
                Settle(innerNode, call, function);
        }
    }

    /// <summary>Inputs that the call leaves out are left out where the body reads them.</summary>
    private static void LeaveOut(Node[] added)
    {
        foreach (Node node in added.SelectMany(n => n.Subgraphs.SelectMany(g => g.SelfAndSubgraphs()).SelectMany(g => g.Nodes).Prepend(n)))
        {
            for (int i = 0; i < node.Inputs.Count; i++)
            {
                if (node.Inputs[i] is { Name.Length: 0, Producer: null, IsGraphInput: false, Initializer: null, SparseInitializer: null })
                    node.SetInput(i, null);
            }
        }
    }

    private static NodeAttribute Renamed(NodeAttribute value, string name) => value.Kind switch
    {
        AttributeKind.Float => new NodeAttribute(name, value.Float),
        AttributeKind.Int => new NodeAttribute(name, value.Int),
        AttributeKind.String => new NodeAttribute(name, value.StringBytes),
        AttributeKind.Tensor => new NodeAttribute(name, value.Tensor),
        AttributeKind.Graph => new NodeAttribute(name, GraphCloner.Clone(value.Graph)),
        AttributeKind.Floats => new NodeAttribute(name, value.Floats),
        AttributeKind.Ints => new NodeAttribute(name, value.Ints),
        AttributeKind.Strings => new NodeAttribute(name, value.Strings),
        AttributeKind.Type => new NodeAttribute(name, value.Type),
        AttributeKind.SparseTensor => new NodeAttribute(name, value.SparseTensor),
        _ => throw new UnsupportedModelException($"A function passes on the attribute '{value.Name}' of kind {value.Kind}."),
    };

    private void ImportOpsets(Node call, Function function)
    {
        foreach ((string domain, long version) in function.OpsetImports)
        {
            if (_model.OpsetImports.TryGetValue(domain, out long ours) && ours != version && ChangedOperator(function, domain, ours, version) is { } other)
                throw new UnsupportedModelException([new UnsupportedItem(call.OpType, call.Name, null, $"the function uses operator set {version} of '{domain}', the model {ours}, in which {other} is another operator; convert the model to one operator set")]);
            _model.OpsetImports.TryAdd(domain, version);
        }
    }

    /// <summary>An operator of the function that is not the same in both versions; null if there is none.</summary>
    private static string? ChangedOperator(Function function, string domain, long ours, long theirs) => function.Body.SelfAndSubgraphs()
        .SelectMany(g => g.Nodes)
        .Where(n => n.Domain == Domains.Normalize(domain))
        .FirstOrDefault(n => OperatorRegistry.Find(domain, n.OpType, ours)?.SinceVersion != OperatorRegistry.Find(domain, n.OpType, theirs)?.SinceVersion)?.OpType;
}
