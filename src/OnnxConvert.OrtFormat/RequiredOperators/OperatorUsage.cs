using System.Collections.Immutable;
using OnnxConvert.Checking;
using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;
using OnnxConvert.OrtFormat.Optimization;
using OnnxConvert.OrtFormat.Reading;
using OnnxConvert.OrtFormat.Runtime;
using OnnxConvert.Rewriting;

namespace OnnxConvert.OrtFormat;

/// <summary>The operators that models use, with the nodes that are the reason. Inner graphs count like the graph around them.</summary>
/// <remarks>
/// Types are those that the values declare or that follow from them. Where neither says a type that matters, the operator
/// counts as needed for all types.
/// </remarks>
public sealed class OperatorUsage
{
    private readonly List<OperatorUse> _uses = [];
    private readonly List<Node> _nodes = [];
    private readonly List<string> _models = [];

    /// <summary>The names of the models.</summary>
    public IReadOnlyList<string> Models => _models;

    /// <summary>All nodes, in the order of the models.</summary>
    public IReadOnlyList<OperatorUse> Uses => _uses;

    /// <summary>The nodes themselves, or copies of them with the types that follow from others.</summary>
    internal IEnumerable<(OperatorUse Use, Node Node)> Nodes => _uses.Zip(_nodes);

    /// <summary>Adds all nodes of a model.</summary>
    /// <param name="name">What the model is called in explanations, such as its file name.</param>
    /// <param name="model">
    /// The model as it is going to be run, which for reduced builds is that of an <see cref="OrtModel"/>: functions are expanded,
    /// constants are no nodes.
    /// </param>
    /// <exception cref="InvalidModelException">The model reads a value that nothing computes.</exception>
    public void Add(string name, Model model)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(model);
        ModelChecker.EnsureComputed(model);
        _models.Add(name);
        Add(name, model.Graph, model.OpsetImports);
        foreach (Function function in model.Functions)
            Add(name, function.Body, function.OpsetImports);
    }

    /// <summary>
    /// Adds all nodes of a model of the ORT format, and those that stand in their place once the runtime has done the
    /// optimizations that are saved in the model: which of the two is run depends on what accelerators take.
    /// </summary>
    /// <param name="name">What the model is called in explanations, such as its file name.</param>
    /// <param name="model">The model.</param>
    /// <exception cref="InvalidModelException">The model contradicts itself where an optimization is saved.</exception>
    public void Add(string name, OrtModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        Add(name, model.Model);
        if (model.RuntimeOptimizations.Count == 0)
            return;
        HashSet<OperatorUse> known = [.. _uses];
        using Model replayed = SavedOptimizations.Replay(model.Model, model.RuntimeOptimizations);
        Add(name, replayed.Graph, replayed.OpsetImports, known);
    }

    /// <summary>What a build needs for all these models.</summary>
    /// <param name="withTypes">Whether kernels are needed for the types of the models only.</param>
    public RequiredOperators Required(bool withTypes = true)
    {
        ImmutableSortedSet<OperatorVersion> operators = [.. _uses.Select(use => use.Operator)];
        var types = RequiredOperators.NoTypes.ToBuilder();
        var ofAnyType = new HashSet<(string, string)>();
        foreach (OperatorUse use in withTypes ? _uses : [])
        {
            (string, string) name = RequiredOperators.Name(use.Operator);
            if (use.Types is null)
                ofAnyType.Add(name);
            else if (!use.Types.IsEmpty)
                types[name] = types.TryGetValue(name, out OperatorTypes? present) ? present.Union(use.Types) : use.Types;
        }

        types.RemoveRange(ofAnyType);
        return new RequiredOperators(operators, types.ToImmutable());
    }

    /// <summary>The nodes that are the reason for an operator.</summary>
    /// <param name="opType">The operator, in whichever domain and version.</param>
    /// <param name="type">Only nodes with this type at an argument that matters, by the names of <see cref="KernelTypeNames"/>; null for all nodes.</param>
    public IReadOnlyList<OperatorUse> Explain(string opType, string? type = null) =>
        [.. _uses.Where(use => use.Operator.OpType == opType && (type is null || use.Types is null || Mentions(use.Types, type)))];

    internal static string NameOf(Node node) => node.Name.Length > 0 ? node.Name : node.Outputs.Count > 0 ? node.Outputs[0].Name : "";

    private void Add(string model, Graph graph, IReadOnlyDictionary<string, long> opsets, HashSet<OperatorUse>? except = null)
    {
        foreach (Node node in WithTypes(graph, opsets).SelfAndSubgraphs().SelectMany(g => g.Nodes))
        {
            long opset = node.Annotations.Get<NodeExtras>()?.SinceVersion ?? Opset(opsets, node.Domain);
            var op = OperatorVersion.At(node.Domain, node.OpType, opset);
            TypeUsageRule? rule = TypeUsageRules.Find(op.Domain, op.OpType);
            var use = new OperatorUse(model, NameOf(node), op, rule is null ? new OperatorTypes() : rule.TypesOf(node));
            if (except?.Contains(use) == true)
                continue;
            _uses.Add(use);
            _nodes.Add(node);
        }
    }

    /// <summary>The graph itself where all types are declared; else a copy with those that follow from others.</summary>
    private static Graph WithTypes(Graph graph, IReadOnlyDictionary<string, long> opsets)
    {
        if (graph.SelfAndSubgraphs().SelectMany(g => g.Nodes).SelectMany(node => node.Outputs).All(output => output.Type is not null))
            return graph;
        Graph copy = GraphCloner.Clone(graph);
        foreach (Node node in copy.Nodes)
            ShapeInference.InferNode(node, (int)Math.Clamp(Opset(opsets, ""), 1, int.MaxValue));
        return copy;
    }

    /// <summary>Files name ONNX's own domain in two ways; a domain that is not imported is of the first version.</summary>
    private static long Opset(IReadOnlyDictionary<string, long> opsets, string domain)
    {
        if (opsets.TryGetValue(domain, out long version))
            return version;
        string other = domain.Length == 0 ? OperatorVersion.OnnxDomain : RequiredOperators.Plain(domain);
        return opsets.TryGetValue(other, out version) ? version : 1;
    }

    private static bool Mentions(OperatorTypes types, string type) =>
        types.Inputs.Values.Concat(types.Outputs.Values).Any(names => names.Contains(type)) || types.Combinations.Any(c => c.Types.Contains(type));
}
