using OnnxConvert.Emission;
using OnnxConvert.Ir;
using OnnxConvert.Numerics;
using OnnxConvert.Operators.Evaluation;
using OnnxConvert.Operators.Inference;
using OnnxConvert.Rewriting;

namespace OnnxConvert.Optimizers;

/// <summary>
/// Computes nodes whose inputs are constant, Shape of a value whose sizes are known, and picking known sizes out of a Shape.
/// Quantized weights stay quantized: QuantizeLinear and DequantizeLinear are not computed.
/// </summary>
[Optimizer(Before = typeof(TransposeMergeOptimizer))]
internal sealed class ConstantFoldingOptimizer : IOptimizer
{
    /// <summary>A result of this size is folded whatever it is made of.</summary>
    private const long HarmlessBytes = 1 << 20;

    public bool Optimize(OptimizerContext context)
    {
        bool changed = false;
        foreach (Graph graph in context.Graph.SelfAndSubgraphs().ToArray())
        {
            foreach (Node node in graph.Nodes)
            {
                context.CancellationToken.ThrowIfCancellationRequested();
                if (TryFold(node, context.Opset) is not { } results)
                    continue;
                for (int i = 0; i < node.Outputs.Count; i++)
                    changed |= Replace(node.Outputs[i], results[i]);
                if (node.Outputs.All(output => output.IsUnused))
                    graph.Remove(node);
            }
        }

        return changed;
    }

    private static TensorData[]? TryFold(Node node, int opset)
    {
        // An Identity of a constant is how a constant becomes a graph output; elsewhere readers of it read the constant itself.
        if (!Evaluator.Knows(node) || node.OpType is "QuantizeLinear" or "DequantizeLinear" or "Identity" || node.Outputs.All(output => output.IsUnused))
            return null;

        if (!HasConstantInputs(node))
            return KnownSizes(node, opset) is { } sizes ? [sizes] : null;
        var inputs = new TensorData?[node.Inputs.Count];
        for (int i = 0; i < inputs.Length; i++)
            inputs[i] = node.Inputs[i]?.Constant;
        ShapeInference.InferNode(node, opset);
        return IsWorthwhile(node, inputs) && Evaluator.TryEvaluate(node, opset, inputs, out TensorData[] outputs) && FitsDeclaredTypes(node, outputs) ? outputs : null;
    }

    private static bool HasConstantInputs(Node node)
    {
        if (node.OpType is "Shape" or "Size")
            return true;
        foreach (Value? input in node.Inputs)
        {
            if (input is { IsConstant: false })
                return false;
        }

        return true;
    }

    /// <summary>Sizes that are known although others of the same tensor are not.</summary>
    private static TensorData? KnownSizes(Node node, int opset)
    {
        if (node.OpType is not ("Gather" or "Slice") || node.Outputs[0].ElementType is not (ElementType.Int64 or ElementType.Int32)
            || node.Outputs[0].Shape?.ToSizes() is not { } dims || node.Inputs[0]?.Shape is not { Rank: 1 })
        {
            return null;
        }

        return ShapeInference.KnownIntegers(node.Outputs[0], opset) is { } sizes && sizes.Length == Indexing.Count(dims)
            ? Numbers.Integers(sizes, node.Outputs[0].ElementType).Reshape(dims)
            : null;
    }

    private static bool IsWorthwhile(Node node, TensorData?[] inputs)
    {
        if (node.OpType is "Cast" or "Transpose" or "Reshape" or "Squeeze" or "Unsqueeze" or "Flatten" or "Constant" or "Shape" or "Size")
            return true;
        long read = inputs.Sum(input => input?.ByteLength ?? 0);
        long written = 0;
        foreach (Value output in node.Outputs)
        {
            // Nodes that repeat their input may give anything; the others no more than some times their input.
            if (output.Shape?.ElementCount is not { } count)
                return node.OpType is not ("Expand" or "Tile" or "ConstantOfShape" or "Range" or "Pad") && read <= HarmlessBytes;
            // Of the smallest elements, four are a byte. What is more by far might not even have a number of bytes.
            if (count / 4 > Math.Max(HarmlessBytes, read * 2))
                return false;
            written += output.ElementType.ByteLength(count);
        }

        return written <= HarmlessBytes || written <= read * 2;
    }

    private static bool FitsDeclaredTypes(Node node, TensorData[] results)
    {
        for (int i = 0; i < node.Outputs.Count; i++)
        {
            ElementType declared = node.Outputs[i].ElementType;
            if (declared != ElementType.Undefined && declared != results[i].ElementType)
                return false;
        }

        return true;
    }

    private static bool Replace(Value output, TensorData data)
    {
        if (output.IsUnused)
            return false;
        Graph graph = output.Graph;
        Node node = output.Producer!;
        Value constant = graph.AddInitializer(output.Name, data);
        if (output.IsGraphOutput)
        {
            Node identity = graph.InsertAfter(node, "Identity", [constant]);
            identity.Name = node.Name;
            Value named = identity.AddOutput($"{output.Name}_folded", data.Type);
            foreach (Use use in output.Uses.ToArray())
                use.Node.SetInput(use.InputIndex, constant);
            Graph.ReplaceAllUses(output, named);
        }
        else
        {
            Graph.ReplaceAllUses(output, constant);
        }

        return true;
    }
}
