using System.Globalization;
using OnnxConvert.Ir;
using OnnxConvert.OrtFormat.Optimization;
using OnnxConvert.OrtFormat.Runtime;

namespace OnnxConvert.OrtFormat;

/// <summary>How much of a model an execution provider runs, and what stands in the way.</summary>
internal static class ProviderExamination
{
    private const string ForCpu = "It was put in for the CPU: convert the model with --optimization-style runtime, which keeps the operators that accelerators know";

    public static IReadOnlyList<ProviderTable> Providers { get; } = [NnapiTable.Instance, CoreMLNeuralNetworkTable.Instance, CoreMLProgramTable.Instance];

    public static ProviderDiagnosis Examine(Model model, ProviderTable provider)
    {
        Graph graph = model.Graph;
        ILookup<Node, QuantizedUnit> units = QuantizedUnit.Find(graph);
        bool open = graph.Inputs.Any(input => !input.IsConstant && !ProviderTable.HasFixedShape(input));
        Partitioning now = PartitionPlanner.Plan(graph, node => Support(node, provider.Has(node), node.Inputs.All(provider.TakesShape), provider.Obstacle(node, units)));
        Partitioning byName = ByName(graph, node => Support(node, provider.Lists(node), FixedForChecker(node), RankObstacle(node, provider)));
        return new ProviderDiagnosis(
            provider.Name,
            now,
            now.Verdict != Verdict.Yes && open && !provider.TakesOpenSizes ? PartitionPlanner.Plan(graph, node => Support(node, provider.Has(node), true, provider.Obstacle(node, units))) : null,
            byName,
            byName.Verdict != Verdict.Yes && open ? ByName(graph, node => Support(node, provider.Lists(node), true, RankObstacle(node, provider))) : null,
            [.. provider.TakesOpenSizes ? [] : InputFindings(graph), .. NodeFindings(model, provider, units)]);
    }

    /// <summary>The checker divides inner graphs too, as if an accelerator ran them.</summary>
    private static Partitioning ByName(Graph graph, Func<Node, NodeSupport> support)
    {
        Partitioning[] parts = [.. graph.SelfAndSubgraphs().Select(g => PartitionPlanner.Plan(g, support))];
        return parts[0] with
        {
            Sizes = [.. parts.SelectMany(part => part.Sizes)],
            UnsupportedOperators = parts[0].UnsupportedOperators.Union(parts.Skip(1).SelectMany(part => part.UnsupportedOperators)),
            NodesOfUnsupportedOperators = parts.Sum(part => part.NodesOfUnsupportedOperators),
            NodesOfDynamicShape = parts.Sum(part => part.NodesOfDynamicShape),
        };
    }

    private static NodeSupport Support(Node node, bool has, bool isFixed, Obstacle? obstacle) =>
        (has ? NodeSupport.Supported : NodeSupport.UnsupportedOperator)
        | (isFixed ? NodeSupport.Supported : NodeSupport.DynamicShape)
        | (obstacle is null ? NodeSupport.Supported : NodeSupport.UnsupportedForm);

    /// <summary>All that the checker looks at besides names and sizes.</summary>
    private static Obstacle? RankObstacle(Node node, ProviderTable provider) => provider.HasRank(node) ? null : provider.Obstacle(node);

    /// <summary>The checker takes an input that is left out for one of unknown size, and a tensor of unknown rank for a scalar.</summary>
    private static bool FixedForChecker(Node node) =>
        node.Inputs.All(input => input is not null && (input.Type is TensorType { Shape: null } || ProviderTable.HasFixedShape(input)));

    private static IEnumerable<Finding> InputFindings(Graph graph) => graph.Inputs
        .Where(input => input.Initializer is null && !ProviderTable.HasFixedShape(input))
        .Select(input => new Finding(
            $"input '{input.Name}'", $"has no fixed size: {input.Type?.ToString() ?? "unknown type"}", "Fix it where the model is made, or from a .tflite file by onnxconvert convert MODEL.tflite --input-shape NAME=SIZES: the accelerator takes fixed sizes only"));

    private static IEnumerable<Finding> NodeFindings(Model model, ProviderTable provider, ILookup<Node, QuantizedUnit> units)
    {
        var findings = model.Graph.Nodes
            .Select(node => (Node: node, Reason: Reason(node, provider, units)))
            .Where(item => item.Reason is not null)
            .GroupBy(item => (item.Node.Domain, item.Node.OpType, item.Reason));
        foreach (var alike in findings)
        {
            Node first = alike.First().Node;
            var op = OperatorVersion.At(first.Domain, first.OpType, model.OpsetImports.GetValueOrDefault(first.Domain, 1));
            yield return new Finding(
                Places.Of(op, [.. alike.Select(item => OperatorUsage.NameOf(item.Node))]), alike.Key.Reason!.Problem, alike.Key.Reason.Advice);
        }

        int inner = model.Graph.SelfAndSubgraphs().Skip(1).Sum(graph => graph.NodeCount);
        if (inner > 0)
            yield return new Finding("inner graphs", string.Create(CultureInfo.InvariantCulture, $"have {inner} nodes, which no accelerator runs"), "Unroll loops and resolve branches where the model is made");
    }

    private static Obstacle? Reason(Node node, ProviderTable provider, ILookup<Node, QuantizedUnit> units)
    {
        if (!provider.Has(node))
            return new Obstacle($"is no operator of {provider.Name}", node.Domain == MicrosoftOperators.Domain ? ForCpu : "Use other operators, or let the CPU run it: every such node between others costs copies");
        if (provider.Obstacle(node, units) is { } obstacle)
            return obstacle;
        return node.Inputs.FirstOrDefault(input => !provider.TakesShape(input)) is { } open
            ? new Obstacle("has an input whose size is not fixed", "Fix the sizes of the model's inputs; where a size depends on data, let the CPU run it")
            : null;
    }
}
