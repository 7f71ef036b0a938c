using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.OrtFormat.Optimization.Fusions;

/// <summary>
/// Add of two values of the same three dimensions → LayerNormalization over the last of them → SkipLayerNormalization. An operand
/// that is itself the sum of a value and a constant vector, in this order, goes along. Nobody else reads the sums.
/// (SkipLayerNormFusion)
/// </summary>
internal sealed class SkipLayerNormPass : NodeOptimizer
{
    protected override bool Optimize(Node node, Graph graph, OptimizerContext context)
    {
        if (!node.Is("LayerNormalization") || node.Outputs.Skip(1).Any(output => !output.IsUnused) || node.Inputs[0]!.ElementType != ElementType.Float
            || node.Attributes.Int("axis", -1) is not (-1 or 2) || node.Producer(0, "Add") is not { } sum || Neighbours.OnlyReader(sum) is null
            || sum.Inputs[0]!.Shape is not { Rank: 3 } shape || !SameSizes(shape, sum.Inputs[1]!.Shape) || !IsRow(node.Inputs[1], shape))
        {
            return false;
        }

        Value?[] inputs = [sum.Inputs[0], sum.Inputs[1], node.Inputs[1], node.Input(2)];
        Node? biased = null;
        for (int i = 0; i < 2 && biased is null; i++)
        {
            if (sum.Producer(i, "Add") is not { } add || Neighbours.OnlyReader(add) is null || add.Inputs[1] is not { IsConstant: true } bias || !IsRow(bias, shape))
                continue;
            biased = add;
            inputs[i] = add.Inputs[0];
            inputs = [.. inputs, bias];
        }

        Node fused = Fusion.Replace(node.Outputs[0], "SkipLayerNormalization", MicrosoftOperators.Domain, inputs, node, sum);
        fused.Attributes.Set(new NodeAttribute("epsilon", node.Attributes.Float("epsilon", 1e-5f)));
        if (biased is not null)
            Fusion.RemoveUnread(biased);
        return true;
    }

    private static bool SameSizes(Shape shape, Shape? other)
    {
        if (other?.Rank != shape.Rank)
            return false;
        for (int i = 0; i < shape.Rank; i++)
        {
            if (shape[i].IsUnknown || shape[i] != other[i])
                return false;
        }

        return true;
    }

    /// <summary>Whether a value is one number for each element of the last dimension.</summary>
    internal static bool IsRow(Value? value, Shape shape) => value?.Shape is { Rank: 1 } row && !row[0].IsUnknown && row[0] == shape[shape.Rank - 1];
}
