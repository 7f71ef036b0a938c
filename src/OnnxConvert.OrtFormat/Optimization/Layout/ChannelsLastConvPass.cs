using OnnxConvert.Ir;
using OnnxConvert.Operators.Layout;
using OnnxConvert.Optimizers;
using OnnxConvert.Optimizers.Layout;
using OnnxConvert.Rewriting;

namespace OnnxConvert.OrtFormat.Optimization.Layout;

/// <summary>
/// QLinearConv → ONNX Runtime's own QLinearConv of channels-last data, between transposes; then the fewest transposes for the
/// graph, so that MaxPool becomes NhwcMaxPool and pools, sums and concatenations go along. (NhwcTransformer)
/// </summary>
internal sealed class ChannelsLastConvPass : IOptimizer
{
    private static readonly IOptimizer[] TransposeOptimizers = [new TransposeMergeOptimizer(), new LayoutOptimizer(QuantizedLayoutRules.Find), new TransposeMergeOptimizer()];

    public bool Optimize(OptimizerContext context)
    {
        bool changed = false;
        foreach (Graph graph in context.Graph.SelfAndSubgraphs().ToArray())
        {
            foreach (Node node in graph.Nodes)
                changed |= node.OpType == "QLinearConv" && node.Attributes.Int("channels_last") == 0 && Turn(node, graph);
        }

        if (!changed)
            return false;
        foreach (IOptimizer optimizer in TransposeOptimizers)
        {
            optimizer.Optimize(context);
            DeadCode.Remove(context.Graph);
        }

        return true;
    }

    private static bool Turn(Node node, Graph graph)
    {
        if (node.Inputs[0]!.Shape is not { Rank: > 2 } shape || node.Outputs[0].Type is not TensorType { Shape: { } result } type || result.Rank != shape.Rank)
            return false;
        Permutation last = ChannelsLast.From(shape.Rank);
        Value input = Transpose(graph.InsertBefore(node, "Transpose", [node.Inputs[0]]), last);
        node.SetInput(0, input);
        node.Domain = MicrosoftOperators.Domain;
        node.Attributes.Set(new NodeAttribute("channels_last", 1L));

        Value output = node.Outputs[0];
        Node back = graph.InsertAfter(node, "Transpose", []);
        back.AddInput(output);
        output.Type = type with { Shape = result.Permute(last.Axes) };
        Value turned = Transpose(back, last.Inverse);
        foreach (Use use in output.Uses.ToArray())
        {
            if (!ReferenceEquals(use.Node, back))
                use.Node.SetInput(use.InputIndex, turned);
        }

        for (int i = 0; i < graph.Outputs.Count; i++)
        {
            if (!ReferenceEquals(graph.Outputs[i], output))
                continue;
            graph.SetOutput(i, turned);
            (turned.Name, output.Name) = (output.Name, turned.Name);
        }

        return true;
    }

    private static Value Transpose(Node transpose, Permutation permutation)
    {
        transpose.Attributes.Set(ChannelsLast.ToAttribute(permutation));
        Value input = transpose.Inputs[0]!;
        return transpose.AddOutput($"{input.Name}_transposed", new TensorType(input.ElementType, input.Shape!.Permute(permutation.Axes)));
    }
}
