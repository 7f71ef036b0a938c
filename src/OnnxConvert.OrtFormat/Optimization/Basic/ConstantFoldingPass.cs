using OnnxConvert.Ir;
using OnnxConvert.Operators.Evaluation;
using OnnxConvert.Operators.Inference;
using OnnxConvert.OrtFormat.Optimization.Quantization;

namespace OnnxConvert.OrtFormat.Optimization.Basic;

/// <summary>
/// Computes nodes whose inputs are constant, and Shape of values whose sizes are known; a graph output may become a constant.
/// DequantizeLinear stays, but for a node of nothing else whose result is quantized again; so does Size of what is not constant.
/// (ConstantFolding)
/// </summary>
internal sealed class ConstantFoldingPass : NodePass
{
    /// <summary>So many bytes may be made out of fewer in one model.</summary>
    private long _budget = 1 << 30;

    private protected override bool Apply(Node node, Graph graph, int opset)
    {
        if (!Evaluator.Knows(node) || node.OpType == "DequantizeLinear")
            return false;
        bool isQuantized = Neighbours.OnlyReader(node) is { } reader && Quantizer.IsQuantize(reader) && node.Inputs.All(input => input?.IsConstant == false);
        var inputs = new TensorData?[node.Inputs.Count];
        for (int i = 0; i < inputs.Length; i++)
        {
            inputs[i] = isQuantized ? Dequantized(node.Inputs[i], opset) : node.Inputs[i]?.Constant;
            if (inputs[i] is null && node.Inputs[i] is not null && node.OpType != "Shape")
                return false;
        }

        ShapeInference.InferNode(node, opset);
        if (!IsHarmless(node, inputs) || !Evaluator.TryEvaluate(node, opset, inputs, out TensorData[] results) || !FitsTypes(node, results))
            return false;

        for (int i = 0; i < node.Outputs.Count; i++)
            Replace(graph, node.Outputs[i], results[i]);
        graph.Remove(node);
        return true;
    }

    /// <summary>What a DequantizeLinear of constants computes; null for other values.</summary>
    private static TensorData? Dequantized(Value? value, int opset) =>
        value?.Producer is { } node && node.Is("DequantizeLinear") && node.Inputs.All(input => input is null or { IsConstant: true })
        && Evaluator.TryEvaluate(node, opset, [.. node.Inputs.Select(input => input?.Constant)], out TensorData[] results) ? results[0] : null;

    private static void Replace(Graph graph, Value output, TensorData data)
    {
        string name = output.Name;
        if (output.IsUnused)
            return;
        Value constant = graph.AddInitializer(name, data);
        Graph.ReplaceAllUses(output, constant);
        constant.Name = name;
    }

    /// <summary>Nodes that repeat their input may give anything.</summary>
    private bool IsHarmless(Node node, TensorData?[] inputs)
    {
        long read = inputs.Sum(input => input?.ByteLength ?? 0);
        long written = 0;
        foreach (Value output in node.Outputs)
        {
            if (output.Shape?.ElementCount is not { } count)
                return node.OpType is not ("Expand" or "Tile" or "ConstantOfShape" or "Range" or "Pad");
            written += output.ElementType.ByteLength(count);
        }

        if (written > read && written - read > _budget)
            return false;
        _budget -= Math.Max(0, written - read);
        return true;
    }

    private static bool FitsTypes(Node node, TensorData[] results) =>
        node.Outputs.Zip(results).All(pair => pair.First.ElementType is ElementType.Undefined || pair.First.ElementType == pair.Second.ElementType);
}
