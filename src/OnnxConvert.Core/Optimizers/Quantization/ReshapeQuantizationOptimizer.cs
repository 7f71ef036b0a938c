using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.Optimizers.Quantization;

/// <summary>
/// DequantizeLinear → Reshape → Reshape → DequantizeLinear, and Reshape → QuantizeLinear → QuantizeLinear → Reshape, so that
/// linear operators stand next to their quantization, where runtimes fuse them. Squeeze, Unsqueeze and Flatten likewise.
/// </summary>
public sealed class ReshapeQuantizationOptimizer : NodeOptimizer
{
    /// <inheritdoc/>
    protected override bool Optimize(Node node, Graph graph, OptimizerContext context) =>
        IsReshape(node) ? MoveBeforeDequantize(node, graph) : MoveBehindQuantize(node);

    private static bool IsReshape(Node node) => node.Is("Reshape") || node.Is("Squeeze") || node.Is("Unsqueeze") || node.Is("Flatten");

    private static bool MoveBeforeDequantize(Node reshape, Graph graph)
    {
        if (!QuantizationNode.TryRead(reshape.Inputs[0]?.Producer, "DequantizeLinear", out QuantizationNode? dequantize) || reshape.Outputs[0].IsGraphOutput
            || dequantize.Value.Input.IsConstant || reshape.Outputs[0].Uses.Count == 0)
        {
            return false;
        }

        Value reshaped = reshape.Outputs[0];
        OnnxType? realType = reshaped.Type;
        reshape.SetInput(0, dequantize.Value.Input);
        Node moved = graph.InsertAfter(reshape, "DequantizeLinear", [reshaped, dequantize.Value.Node.Input(1), dequantize.Value.Node.Input(2)]);
        moved.Name = dequantize.Value.Node.Name;
        Value real = moved.AddOutput($"{reshaped.Name}_dequantized", realType);
        foreach (Use use in reshaped.Uses.ToArray())
        {
            if (!ReferenceEquals(use.Node, moved))
                use.Node.SetInput(use.InputIndex, real);
        }

        reshaped.Type = WithElement(realType, dequantize.Value.Type);
        return true;
    }

    private static bool MoveBehindQuantize(Node node)
    {
        if (!QuantizationNode.TryRead(node, "QuantizeLinear", out QuantizationNode? quantize)
            || quantize.Value.Input.Producer is not { } reshape || !IsReshape(reshape)
            || quantize.Value.Input.Uses.Count != 1 || quantize.Value.Input.IsGraphOutput || !ReferenceEquals(reshape.Graph, node.Graph)
            || reshape.Inputs[0]!.Uses.Count != 1 || reshape.Inputs[0]!.IsGraphOutput)
        {
            return false;
        }

        // The two nodes change roles: what was the reshape becomes the quantization and vice versa, so that the value names stay.
        Graph graph = node.Graph!;
        Value source = reshape.Inputs[0]!;
        Node first = graph.InsertBefore(reshape, "QuantizeLinear", [source, node.Input(1), node.Input(2)]);
        first.Name = node.Name;
        Value quantized = first.AddOutput($"{source.Name}_quantized", WithElement(source.Type, quantize.Value.Type));
        Node second = graph.InsertAfter(node, reshape.OpType, [quantized, .. reshape.Inputs.Skip(1)]);
        second.Name = reshape.Name;
        foreach (NodeAttribute attribute in reshape.Attributes)
            second.Attributes.Set(attribute);
        Graph.ReplaceAllUses(node.Outputs[0], second.AddOutput($"{node.Outputs[0].Name}_reshaped", node.Outputs[0].Type));
        graph.Remove(node);
        graph.Remove(reshape);
        return true;
    }

    private static OnnxType? WithElement(OnnxType? type, ElementType element) => type is TensorType tensor ? tensor with { ElementType = element } : null;
}
