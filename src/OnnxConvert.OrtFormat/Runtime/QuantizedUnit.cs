using OnnxConvert.Ir;

namespace OnnxConvert.OrtFormat.Runtime;

/// <summary>
/// An operator between DequantizeLinear and QuantizeLinear, which accelerators compute in integers: ONNX Runtime offers the nodes
/// to them as one.
/// </summary>
internal sealed record QuantizedUnit(Node Target, IReadOnlyList<Node> Dequantized, Node Quantize)
{
    // Those that ONNX Runtime's NNAPI provider takes as units.
    private static readonly HashSet<string> Targets =
        ["Add", "AveragePool", "Concat", "Conv", "Gemm", "MatMul", "Mul", "Reshape", "Resize", "Softmax", "Transpose"];

    /// <summary>All nodes. A DequantizeLinear may belong to several units, since the runtime repeats it for each.</summary>
    public IEnumerable<Node> Nodes => [.. Dequantized, Target, Quantize];

    /// <summary>The units of a graph, by their nodes.</summary>
    public static ILookup<Node, QuantizedUnit> Find(Graph graph) =>
        graph.Nodes.Select(Of).OfType<QuantizedUnit>().SelectMany(unit => unit.Nodes.Select(node => (node, unit))).ToLookup(pair => pair.node, pair => pair.unit);

    /// <summary>The DequantizeLinear that an input of the target comes from; null for an input that is not quantized.</summary>
    public Node? DequantizeOf(int input) => Target.Input(input)?.Producer is { } producer && producer.Is("DequantizeLinear") ? producer : null;

    private static QuantizedUnit? Of(Node node)
    {
        if (node.Domain.Length > 0 || !Targets.Contains(node.OpType) || node.Outputs.Count != 1)
            return null;
        Value output = node.Outputs[0];
        if (output.Uses is not [{ Node: { } quantize }] || !quantize.Is("QuantizeLinear") || quantize.Input(0) != output)
            return null;
        Node[] dequantized = [.. node.Inputs.Select(input => input?.Producer).OfType<Node>().Where(producer => producer.Is("DequantizeLinear")).Distinct()];
        return node.Input(0)?.Producer is { } first && first.Is("DequantizeLinear") ? new QuantizedUnit(node, dequantized, quantize) : null;
    }
}
