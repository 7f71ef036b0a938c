using OnnxConvert.Ir;
using OnnxConvert.Optimizers.Layout;
using OnnxConvert.Rewriting;

namespace OnnxConvert.Optimizers;

/// <summary>
/// Reshape, Squeeze, Unsqueeze and Flatten in a row → one Reshape, or nothing. A Transpose beside one of them that only moves
/// dimensions of size 1 moves no element and counts as one of them.
/// </summary>
/// <param name="options">Which chains.</param>
public sealed class ReshapeChainOptimizer(ReshapeChainOptions options) : NodeOptimizer
{
    private readonly bool _isStrict = options.IsStrict;

    /// <summary>Creates the optimizer with the defaults of its options.</summary>
    public ReshapeChainOptimizer()
        : this(new ReshapeChainOptions())
    {
    }

    /// <inheritdoc/>
    protected override bool Optimize(Node node, Graph graph, OptimizerContext context) =>
        KeepsOrder(node) && !node.Outputs[0].IsUnused && (_isStrict ? MergeStrictly(node, graph) : Merge(node, graph));

    private static bool MergeStrictly(Node node, Graph graph)
    {
        Value output = node.Outputs[0];
        return !node.Is("Flatten") && !node.Is("Transpose") && node.SoleProducer(0, "Reshape") is { } inner && inner.Outputs[0].Shape?.IsStatic == true
            && output.Shape?.ToSizes() is { } sizes && !sizes.Contains(0) && MakeReshape(node, graph, inner.Inputs[0]!, sizes);
    }

    private static bool Merge(Node node, Graph graph)
    {
        Value output = node.Outputs[0];
        if (node.Inputs[0]!.Producer is not { } inner || !KeepsOrder(inner) || (node.Is("Transpose") && inner.Is("Transpose")))
            return false;
        Value source = inner.Inputs[0]!;
        if (ShapeComparison.AreSame(source.Shape, output.Shape) && Fusion.Bypass(node, source))
            return true;
        return ReshapeTarget.Of(source.Shape, output.Shape) is { } target && MakeReshape(node, graph, source, target);
    }

    private static bool KeepsOrder(Node node) => node.Domain.Length == 0 && node.Input(0) is { } input
        && (node.OpType is "Reshape" or "Squeeze" or "Unsqueeze" or "Flatten" || (node.OpType == "Transpose" && MovesNothing(node, input)));

    private static bool MovesNothing(Node transpose, Value input)
    {
        if (input.Shape is not { } shape || transpose.Attributes.Ints("perm").Length != shape.Rank)
            return false;
        int[] moved = [.. LayoutPlan.PermutationOf(transpose).Axes.ToArray().Where(axis => shape[axis].Size != 1)];
        return moved.SequenceEqual(moved.Order());
    }

    private static bool MakeReshape(Node node, Graph graph, Value source, long[] target)
    {
        node.OpType = "Reshape";
        foreach (NodeAttribute attribute in node.Attributes.ToArray())
            node.Attributes.Remove(attribute.Name);
        node.TruncateInputs(0);
        node.AddInput(source);
        node.AddInput(graph.AddInitializer("shape", TensorData.Vector<long>(target)));
        return true;
    }
}
