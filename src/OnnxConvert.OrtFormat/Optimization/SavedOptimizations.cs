using OnnxConvert.Ir;
using OnnxConvert.OrtFormat.Optimization.Fusions;
using OnnxConvert.OrtFormat.Optimization.Quantization;
using OnnxConvert.OrtFormat.Optimization.Quantization.Groups;
using OnnxConvert.Rewriting;

namespace OnnxConvert.OrtFormat.Optimization;

/// <summary>
/// Finds what <see cref="OptimizationStyle.Runtime"/> leaves to the runtime: the fusions that ONNX Runtime can also do without
/// operator definitions. The model stays as it is, so that an accelerator still sees its quantization.
/// </summary>
internal static class SavedOptimizations
{
    /// <summary>The optimizations of a model, of which no two share a node.</summary>
    internal static List<RuntimeOptimization> Find(Model model, OrtOptions options)
    {
        int opset = (int)model.OpsetImports.GetValueOrDefault("", 1);
        var quantized = new QuantizedOperatorPass(options);
        var found = new List<RuntimeOptimization>();
        var taken = new HashSet<Node>();
        foreach (Graph graph in model.Graph.SelfAndSubgraphs().ToArray())
        {
            foreach (Node node in graph.Nodes)
            {
                if (quantized.Match(node, opset) is var (rule, group) && !taken.Overlaps(rule.Part(group).Nodes))
                    Add(OfGroup(graph, rule, rule.Part(group), opset));
            }

            foreach (Node node in graph.Nodes)
            {
                if (FusedConvPass.Activation(node) is { } activation && !taken.Contains(node) && !taken.Contains(activation))
                    Add(OfConvolution(graph, node, activation));
            }
        }

        return found;

        void Add(RuntimeOptimization optimization)
        {
            found.Add(optimization);
            taken.UnionWith(optimization.Nodes.OfType<Node>());
        }
    }

    /// <summary>A copy of a model in which those of its optimizations are done that are known here.</summary>
    /// <exception cref="InternalErrorException">A fault of this library.</exception>
    internal static Model Replay(Model model, IEnumerable<RuntimeOptimization> optimizations)
    {
        Model copy = GraphCloner.Clone(model);
        HashSet<Node> named = [.. optimizations.SelectMany(optimization => optimization.Nodes).OfType<Node>()];
        HashSet<Node> saved = [.. Nodes(model).Zip(Nodes(copy)).Where(pair => named.Contains(pair.First)).Select(pair => pair.Second)];
        return InternalErrorException.Guard("Replaying saved optimizations", () =>
        {
            try
            {
                OrtOptimizer.Replay(copy, saved.Contains);
                return copy;
            }
            catch
            {
                copy.Dispose();
                throw;
            }
        });
    }

    private static IEnumerable<Node> Nodes(Model model) => model.Graph.SelfAndSubgraphs().SelectMany(graph => graph.Nodes);

    private static RuntimeOptimization OfGroup(Graph graph, IGroupRule rule, QuantizedGroup group, int opset)
    {
        List<Node?> nodes = [.. group.Dequantizers];
        while (nodes.Count < rule.InputPlaces)
            nodes.Add(null);
        int inputs = nodes.Count;
        nodes.Add(group.Target);
        nodes.AddRange(group.Quantizers);
        int outputs = group.Quantizers.Count;
        // What becomes redundant goes along as one more output.
        if (group.Clip is not null)
            nodes.Add(group.Clip);
        return new RuntimeOptimization(graph, "QDQSelectorActionTransformer", rule.Action, [.. nodes])
        {
            InputCount = rule.HasAnyInputs ? 1 : inputs,
            OutputCount = rule.HasAnyOutputs ? 1 : outputs,
            VariadicInputCount = rule.HasAnyInputs ? inputs : null,
            VariadicOutputCount = rule.HasAnyOutputs ? outputs : null,
            ProducedOperators = rule.Produces(group, opset) is { } produced ? [produced] : [],
        };
    }

    private static RuntimeOptimization OfConvolution(Graph graph, Node conv, Node activation) =>
        new(graph, "ConvActivationFusion", "ConvAct", [conv, activation]) { OutputCount = 1, ProducedOperators = ["com.microsoft:FusedConv:1"] };
}
