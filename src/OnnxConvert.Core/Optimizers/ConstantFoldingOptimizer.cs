using OnnxConvert.Emission;
using OnnxConvert.Ir;
using OnnxConvert.Numerics;
using OnnxConvert.Operators.Evaluation;
using OnnxConvert.Operators.Inference;
using OnnxConvert.Rewriting;

namespace OnnxConvert.Optimizers;

/// <summary>Computes nodes whose inputs are constant, Shape of a value whose sizes are known, and picking known sizes out of a Shape.</summary>
/// <param name="options">What is computed.</param>
public sealed class ConstantFoldingOptimizer(ConstantFoldingOptions options) : NodeOptimizer
{
    private readonly ConstantFoldingOptions _options = options;
    private readonly FoldingLimit _limit = new(options.Budget);

    /// <summary>Creates the optimizer with the defaults of its options.</summary>
    public ConstantFoldingOptimizer()
        : this(new ConstantFoldingOptions())
    {
    }

    /// <inheritdoc/>
    protected override bool Optimize(Node node, Graph graph, OptimizerContext context)
    {
        ArgumentNullException.ThrowIfNull(node);
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(context);
        if (TryFold(node, context.Opset) is not { } results)
            return false;
        bool changed = false;
        for (int i = 0; i < node.Outputs.Count; i++)
            changed |= Replace(node.Outputs[i], results[i]);
        if (node.Outputs.All(output => output.IsUnused))
            graph.Remove(node);
        return changed;
    }

    private TensorData[]? TryFold(Node node, int opset)
    {
        if (!Evaluator.Knows(node) || _options.KeptOperators.Contains(node.OpType) || node.Outputs.All(output => output.IsUnused))
            return null;
        if (Contents(node, opset) is not { } inputs)
            return _options.FoldsSingleSizes && KnownSizes(node, opset) is { } sizes ? [sizes] : null;
        ShapeInference.InferNode(node, opset);
        return _limit.Allows(node, inputs) && Evaluator.TryEvaluate(node, opset, inputs, out TensorData[] outputs) && FitsDeclaredTypes(node, outputs) ? outputs : null;
    }

    /// <summary>What the inputs of a node hold, or null when one is computed that the results depend on.</summary>
    private TensorData?[]? Contents(Node node, int opset)
    {
        bool ofSizes = node.OpType == "Shape" || (node.OpType == "Size" && _options.FoldsSingleSizes);
        bool isQuantized = _options.SeesThroughDequantize?.Invoke(node) == true;
        var inputs = new TensorData?[node.Inputs.Count];
        for (int i = 0; i < inputs.Length; i++)
        {
            inputs[i] = isQuantized ? Dequantized(node.Inputs[i], opset) : node.Inputs[i]?.Constant;
            if (inputs[i] is null && node.Inputs[i] is not null && !ofSizes)
                return null;
        }

        return inputs;
    }

    /// <summary>What a DequantizeLinear of constants computes; null for other values.</summary>
    private static TensorData? Dequantized(Value? value, int opset) =>
        value?.Producer is { } node && node.Is("DequantizeLinear") && node.Inputs.All(input => input is null or { IsConstant: true })
        && Evaluator.TryEvaluate(node, opset, [.. node.Inputs.Select(input => input?.Constant)], out TensorData[] results) ? results[0] : null;

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

    private bool Replace(Value output, TensorData data)
    {
        if (output.IsUnused)
            return false;
        Graph graph = output.Graph;
        Node node = output.Producer!;
        string name = output.Name;
        Value constant = graph.AddInitializer(name, data);
        if (output.IsGraphOutput && !_options.MakesOutputsConstant)
        {
            Node identity = graph.InsertAfter(node, "Identity", [constant]);
            identity.Name = node.Name;
            Value named = identity.AddOutput($"{name}_folded", data.Type);
            foreach (Use use in output.Uses.ToArray())
                use.Node.SetInput(use.InputIndex, constant);
            Graph.ReplaceAllUses(output, named);
        }
        else
        {
            Graph.ReplaceAllUses(output, constant);
            constant.Name = name;
        }

        return true;
    }
}
