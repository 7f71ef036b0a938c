using OnnxConvert.Emission;
using OnnxConvert.Ir;
using OnnxConvert.OrtFormat.Lowering.Expansions;

namespace OnnxConvert.OrtFormat.Lowering;

/// <summary>
/// Writes out the operators that ONNX defines by others and that ONNX Runtime 1.31.1 has no CPU kernel for: it does so itself when it
/// loads an ONNX model, and cannot when it loads one in the ORT format.
/// </summary>
internal static class FunctionOperators
{
    private static readonly Dictionary<string, Func<Emitter, Node, Value?[]>> Expansions = new()
    {
        ["Bernoulli"] = BernoulliExpansion.Expand,
        ["CastLike"] = CastLikeExpansion.Expand,
        ["CenterCropPad"] = CenterCropPadExpansion.Expand,
        ["GroupNormalization"] = GroupNormalizationExpansion.Expand,
        ["HardSwish"] = ActivationExpansions.HardSwish,
        ["Mish"] = ActivationExpansions.Mish,
        ["NegativeLogLikelihoodLoss"] = NegativeLogLikelihoodLossExpansion.Expand,
        ["SequenceMap"] = SequenceMapExpansion.Expand,
        ["SoftmaxCrossEntropyLoss"] = SoftmaxCrossEntropyLossExpansion.Expand,
        ["Swish"] = ActivationExpansions.Swish,
    };

    /// <summary>Expands them in all graphs; new nodes stand at the end of their graph.</summary>
    public static void Expand(Model model, NameScope names)
    {
        int opset = (int)model.OpsetImports.GetValueOrDefault("", 1);
        // Expansions may hold such operators themselves.
        bool found = true;
        while (found)
        {
            found = false;
            foreach (Graph graph in model.Graph.SelfAndSubgraphs().ToArray())
            {
                foreach (Node node in graph.Nodes.Where(n => n.Domain.Length == 0 && Expansions.ContainsKey(n.OpType)).ToArray())
                {
                    Expand(node, new Emitter(graph, opset, names) { Prefix = node.Name.Length > 0 ? node.Name : node.OpType });
                    found = true;
                }
            }
        }
    }

    private static void Expand(Node node, Emitter emit)
    {
        Value?[] results = Expansions[node.OpType](emit, node);
        for (int i = 0; i < node.Outputs.Count; i++)
        {
            Value output = node.Outputs[i];
            if (output.Name.Length == 0 && output.IsUnused)
                continue;
            // What is there already, such as an input that is passed on, keeps its own name.
            Value result = results[i]!.Producer is { } producer && ReferenceEquals(producer.Graph, emit.Graph) && results[i]!.Uses.Count == 0 ? results[i]! : emit.Identity(results[i]!);
            result.Type = output.Type ?? result.Type;
            result.Name = output.Name;
            Graph.ReplaceAllUses(output, result);
            result.Name = output.Name;
        }

        emit.Graph.Remove(node);
    }
}
