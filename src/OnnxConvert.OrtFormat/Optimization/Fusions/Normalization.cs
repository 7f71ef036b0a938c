using OnnxConvert.Emission;
using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.OrtFormat.Optimization.Fusions;

/// <summary>The parts that layer normalizations have in common.</summary>
internal static class Normalization
{
    /// <summary>v / Sqrt(ReduceMean(Pow(v, 2)) + ε), of floats along the last dimension, nothing between read elsewhere.</summary>
    /// <param name="Epsilon">What is added.</param>
    /// <param name="Division">The Div.</param>
    /// <param name="Between">From the Sqrt back to the Pow.</param>
    internal readonly record struct Quotient(float Epsilon, Node Division, Node[] Between);

    /// <summary>Finds what divides <paramref name="divided"/> by the root of the mean of <paramref name="square"/>; null where a node is another.</summary>
    /// <param name="square">The Pow, if it is one.</param>
    /// <param name="divided">What must be divided.</param>
    internal static Quotient? Find(Node square, Value divided)
    {
        if (!square.Is("Pow") || Scalars.Float(square.Inputs[1]) is not 2
            || square.OnlyReader("ReduceMean") is not { } mean || !IsMeanOfRows(mean)
            || mean.OnlyReader("Add") is not { } sum || Scalars.Float(sum.Other(mean.Outputs[0])) is not { } epsilon
            || sum.OnlyReader("Sqrt") is not { } root
            || root.OnlyReader("Div") is not { } division || !ReferenceEquals(division.Inputs[0], divided))
        {
            return null;
        }

        return new Quotient(epsilon, division, [root, sum, mean, square]);
    }

    /// <summary>Whether a node is the mean over the last dimension alone, which it keeps.</summary>
    internal static bool IsMeanOfRows(Node node)
    {
        if (!node.Is("ReduceMean") || node.Inputs[0] is not { ElementType: ElementType.Float or ElementType.Double } x || node.Attributes.Int("keepdims", 1) != 1)
            return false;
        long[]? axes = node.Input(1) is { } input ? input.Constant is { } data ? Numbers.ToInt64(data) : null : [.. node.Attributes.Ints("axes")];
        return axes is [var axis] && (axis == -1 || axis == x.Shape?.Rank - 1);
    }

    /// <summary>Whether a value is one number for each element of a row, or for all of them.</summary>
    internal static bool ScalesRows(Value scale, Value x) =>
        scale.Shape is { Rank: 1 } sizes && (sizes[0].Size == 1 || x.Shape is not { Rank: > 0 } shape || !shape[shape.Rank - 1].IsStatic || shape[shape.Rank - 1] == sizes[0]);

    internal static void SetAttributes(Node node, float epsilon)
    {
        node.Attributes.Set(new NodeAttribute("axis", -1L));
        node.Attributes.Set(new NodeAttribute("epsilon", epsilon));
        node.Attributes.Set(new NodeAttribute("stash_type", (long)(node.Inputs[0]!.ElementType == ElementType.Double ? ElementType.Double : ElementType.Float)));
    }
}
