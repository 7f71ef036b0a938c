using OnnxConvert.Emission;
using OnnxConvert.Ir;
using OnnxConvert.Operators.Evaluation;
using OnnxConvert.Rewriting;

namespace OnnxConvert.Optimizers;

/// <summary>Removes nodes that pass an input on unchanged.</summary>
[Optimizer(After = typeof(ConstantFoldingOptimizer))]
internal sealed class IdentityOptimizer : IOptimizer
{
    public bool Optimize(OptimizerContext context)
    {
        bool changed = false;
        foreach (Graph graph in context.Graph.SelfAndSubgraphs().ToArray())
        {
            foreach (Node node in graph.Nodes)
            {
                if (node.Domain.Length == 0 && node.Outputs.Count > 0 && PassedInput(node, context.Opset) is >= 0 and int input)
                    changed |= Identities.Bypass(node, node.Inputs[input]!);
            }
        }

        return changed;
    }

    /// <summary>Which input the first output is equal to, or -1.</summary>
    private static int PassedInput(Node node, int opset)
    {
        switch (node.OpType)
        {
            case "Identity":
                return 0;
            case "Dropout":
                return IsInference(node, opset) ? 0 : -1;
            case "Concat" or "Max" or "Min" or "Sum" or "Mean":
                return node.Inputs.Count == 1 ? 0 : -1;
            case "Add" or "Sub" or "Mul" or "Div":
                return NeutralOperand.PassedInput(node);
            case "Where":
                return ChosenInput(node);
            default:
                return node.Input(0) is { } input && IsUnchanged(node, input) ? 0 : -1;
        }
    }

    private static bool IsUnchanged(Node node, Value input) => node.OpType switch
    {
        "Cast" => input.ElementType != ElementType.Undefined && (long)input.ElementType == node.Attributes.Int("to"),
        "Reshape" or "Flatten" or "Squeeze" or "Unsqueeze" => ShapeComparison.AreSame(input.Shape, node.Outputs[0].Shape) || HasNoAxes(node),
        "Expand" => ShapeComparison.AreSame(input.Shape, node.Outputs[0].Shape) || (IsConstant(node.Input(1), 1) && node.Inputs[1]!.Constant!.ElementCount <= input.Shape?.Rank),
        "Slice" => IsWholeSlice(node, input),
        "Tile" => IsConstant(node.Input(1), 1),
        "Pad" => node.Input(1) is { } pads ? IsConstant(pads, 0) : node.Attributes.Find("pads") is { } amounts && amounts.Ints.All(amount => amount == 0),
        "Clip" => node.Input(1) is null && node.Input(2) is null && !node.Attributes.Contains("min") && !node.Attributes.Contains("max"),
        _ => false,
    };

    /// <summary>Up to opset 11 Dropout only exists for inference; then it is told by an input.</summary>
    private static bool IsInference(Node node, int opset) =>
        node.Outputs.Skip(1).All(mask => mask.IsUnused)
        && (opset < 12 || node.Input(2) is not { } training || training.Constant is { } data && data.AsSpan<byte>()[0] == 0);

    private static bool HasNoAxes(Node node) => node.OpType is "Squeeze" or "Unsqueeze"
        && (node.Input(1) is { } axes ? axes.Constant is { ElementCount: 0 } : node.Attributes.Find("axes") is { Ints.IsEmpty: true });

    /// <summary>Where the sizes say nothing, bounds that no dimension exceeds do.</summary>
    private static bool IsWholeSlice(Node node, Value input)
    {
        if (node.Input(4) is { } steps && !IsConstant(steps, 1))
            return false;
        if (ShapeComparison.AreSame(input.Shape, node.Outputs[0].Shape))
            return true;
        return Bounds(node, 1, "starts") is { } starts && Array.TrueForAll(starts, start => start == 0)
            && Bounds(node, 2, "ends") is { } ends && Array.TrueForAll(ends, end => end >= int.MaxValue);
    }

    private static long[]? Bounds(Node node, int index, string attribute) => node.Input(index) is { } value
        ? (value.Constant is { } data ? Numbers.ToInt64(data) : null)
        : node.Attributes.Find(attribute) is { } found ? [.. found.Ints] : null;

    private static bool IsConstant(Value? value, double number) => value?.Constant is { } data && Elements.AreAll(data, number);

    private static int ChosenInput(Node node)
    {
        if (node.Input(0)?.Constant is not { ElementType: ElementType.Bool, ElementCount: > 0 } condition)
            return -1;
        ReadOnlySpan<byte> bytes = condition.Bytes.Span;
        if (bytes.ContainsAnyExcept(bytes[0]))
            return -1;
        int chosen = bytes[0] != 0 ? 1 : 2;
        return ShapeComparison.AreSame(node.Input(chosen)?.Shape, node.Outputs[0].Shape) ? chosen : -1;
    }
}
