using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.Optimizers;

/// <summary>Removes nodes that pass an input on unchanged.</summary>
/// <param name="options">Which nodes.</param>
public sealed class IdentityOptimizer(IdentityOptions options) : NodeOptimizer
{
    private readonly IdentityOptions _options = options;

    /// <summary>Creates the optimizer with the defaults of its options.</summary>
    public IdentityOptimizer()
        : this(new IdentityOptions())
    {
    }

    /// <inheritdoc/>
    protected override bool Optimize(Node node, Graph graph, OptimizerContext context)
    {
        ArgumentNullException.ThrowIfNull(node);
        ArgumentNullException.ThrowIfNull(context);
        if (node.Domain.Length > 0 || _options.Operators?.Contains(node.OpType) == false || PassedInput(node, context.Opset) is not (>= 0 and int input))
            return false;
        if (!_options.KeepsOutputs)
            return Fusion.Bypass(node, node.Inputs[input]!);
        return node.OpType == "Identity" ? Fusion.BypassOutput(node) : Fusion.Bypass(node, input);
    }

    /// <summary>Which input the first output is equal to, or -1.</summary>
    private int PassedInput(Node node, int opset)
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
                return NeutralOperand.PassedInput(node, _options.LargestOperand);
            case "Where":
                return ChosenInput(node);
            default:
                return node.Input(0) is { } input && IsUnchanged(node, input) ? 0 : -1;
        }
    }

    private bool IsUnchanged(Node node, Value input) => node.OpType switch
    {
        "Cast" => input.ElementType != ElementType.Undefined && (long)input.ElementType == node.Attributes.Int("to"),
        "Reshape" or "Flatten" or "Squeeze" or "Unsqueeze" => HasSameShape(node, input) || HasNoAxes(node),
        "Expand" => HasSameShape(node, input) || ExpandsToSameSizes(node, input),
        "Slice" => IsWholeSlice(node, input),
        "Tile" => node.Input(1).IsAll(1),
        "Pad" => node.Input(1) is { } pads ? pads.IsAll(0) : node.Attributes.Find("pads") is { } amounts && amounts.Ints.All(amount => amount == 0),
        "Clip" => node.Input(1) is null && node.Input(2) is null && !node.Attributes.Contains("min") && !node.Attributes.Contains("max"),
        _ => false,
    };

    private bool HasSameShape(Node node, Value input) => _options.ComparesShapes && ShapeComparison.AreSame(input.Shape, node.Outputs[0].Shape);

    /// <summary>Up to opset 11 Dropout only exists for inference; then an input tells, and a ratio of 0 does nothing either way.</summary>
    private static bool IsInference(Node node, int opset) =>
        node.Outputs.Skip(1).All(mask => mask.IsUnused)
        && (opset < 12 || node.Input(2) is not { } training || training.Constant is { ElementCount: 1, ElementType: ElementType.Bool } data && data.AsSpan<byte>()[0] == 0);

    private static bool HasNoAxes(Node node) => node.OpType is "Squeeze" or "Unsqueeze"
        && (node.Input(1) is { } axes ? axes.Constant is { ElementCount: 0 } : node.Attributes.Find("axes") is { Ints.IsEmpty: true });

    /// <summary>Sizes that are constant, and each 1 or what the input has at that place, counted from the end.</summary>
    private static bool ExpandsToSameSizes(Node node, Value input)
    {
        if (input.Shape is not { } shape || node.Input(1).Integers() is not { } sizes || sizes.Length > shape.Rank)
            return false;
        for (int i = 1; i <= sizes.Length; i++)
        {
            if (sizes[^i] != 1 && shape[shape.Rank - i].Size != sizes[^i])
                return false;
        }

        return true;
    }

    /// <summary>Where the sizes say nothing, bounds that no dimension exceeds do: the largest integer of either type stands for the end.</summary>
    private bool IsWholeSlice(Node node, Value input)
    {
        if (node.Input(4) is { } steps && !steps.IsAll(1))
            return false;
        if (HasSameShape(node, input))
            return true;
        return node.Integers(1, "starts") is { } starts && Array.TrueForAll(starts, start => start == 0)
            && node.Integers(2, "ends") is { } ends && ends.Length == starts.Length && Array.TrueForAll(ends, end => end >= int.MaxValue)
            && (node.Input(3) is null or { IsConstant: true });
    }

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
