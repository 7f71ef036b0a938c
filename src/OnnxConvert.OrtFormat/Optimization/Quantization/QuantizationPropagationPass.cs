using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.OrtFormat.Optimization.Quantization;

/// <summary>
/// DequantizeLinear → Reshape → gets a QuantizeLinear → DequantizeLinear of the same parameters behind the Reshape, and
/// Reshape → QuantizeLinear gets such a pair before it, so that the Reshape can work on integers. Likewise other operators
/// that only move elements, and chains of them. (QDQPropagationTransformer)
/// </summary>
internal sealed class QuantizationPropagationPass : IOptimizer
{
    public bool Optimize(OptimizerContext context)
    {
        bool changed = false;
        foreach (Graph graph in context.Graph.SelfAndSubgraphs().ToArray())
        {
            List<Node> nodes = [.. graph.Nodes];
            foreach (Node node in nodes)
                changed |= Quantizer.IsQuantize(node) && Quantizer.HasConstantParameters(node) && Backward(node, context.Opset);
            foreach (Node node in nodes)
                changed |= Quantizer.IsDequantize(node) && !node.Inputs[0]!.IsConstant && Quantizer.HasConstantParameters(node) && Forward(node, context.Opset);
        }

        return changed;
    }

    private static bool MovesOnly(Node node, int opset) => node.Domain.Length == 0 && node.OpType switch
    {
        "Reshape" or "Transpose" or "Squeeze" or "Unsqueeze" or "Slice" => true,
        "MaxPool" => opset >= 12,
        _ => false,
    };

    private static bool Backward(Node quantize, int opset)
    {
        bool changed = false;
        Value value = quantize.Inputs[0]!;
        while (IsReadOnce(value) && value.Producer is { } mover && ReferenceEquals(mover.Graph, quantize.Graph) && MovesOnly(mover, opset))
        {
            value = mover.Inputs[0]!;
            if (Quantizer.IsDequantize(value.Producer) || !ReferenceEquals(value.Graph, quantize.Graph) || !(value.Producer is null || IsReadOnce(value)))
                break;
            InsertPair(quantize, value, [new Use(mover, 0)]);
            changed = true;
            if (value.Producer is null)
                break;
        }

        return changed;
    }

    private static bool Forward(Node dequantize, int opset)
    {
        if (Neighbours.OnlyReader(dequantize.Outputs[0]) is not { } first)
            return false;
        bool changed = false;
        var pending = new Stack<Node>([first]);
        while (pending.TryPop(out Node? mover))
        {
            if (!MovesOnly(mover, opset))
                continue;
            Value moved = mover.Outputs[0];
            List<Use> readers = Neighbours.UsesInOrder(moved);
            if (readers.Exists(use => Quantizer.IsQuantize(use.Node)) || (readers.Count == 0 && !moved.IsGraphOutput))
                continue;
            InsertPair(dequantize, moved, readers);
            changed = true;
            foreach (Use use in readers)
                pending.Push(use.Node);
        }

        return changed;
    }

    private static bool IsReadOnce(Value value) => Neighbours.OnlyReader(value) is not null;

    /// <summary>value → QuantizeLinear, and a DequantizeLinear of it for each reader, the graph output that the value may be included.</summary>
    private static void InsertPair(Node pattern, Value value, List<Use> readers)
    {
        Graph graph = value.Graph;
        string domain = pattern.Domain;
        Value? scale = pattern.Inputs[1], zeroPoint = pattern.Input(2);
        Node quantize = value.Producer is { } producer ? graph.InsertAfter(producer, "QuantizeLinear", [value], domain) : graph.InsertBefore(readers[0].Node, "QuantizeLinear", [value], domain);
        AddParameters(quantize);
        Value stored = quantize.AddOutput($"{value.Name}_q_to_dq", new TensorType(zeroPoint?.ElementType ?? ElementType.UInt8, value.Shape));
        foreach (Use use in readers)
            use.Node.SetInput(use.InputIndex, Dequantize());
        if (value.IsGraphOutput)
        {
            Value output = Dequantize();
            Graph.ReplaceAllUses(value, output);
            quantize.SetInput(0, value);
        }

        Value Dequantize()
        {
            Node dequantize = graph.InsertAfter(quantize, "DequantizeLinear", [stored], domain);
            AddParameters(dequantize);
            return dequantize.AddOutput($"{value.Name}_post_dq", value.Type);
        }

        void AddParameters(Node node)
        {
            node.AddInput(scale);
            if (zeroPoint is not null)
                node.AddInput(zeroPoint);
        }
    }
}
