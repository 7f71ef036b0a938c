using OnnxConvert.Emission;
using OnnxConvert.Ir;
using OnnxConvert.Operators.Evaluation;
using OnnxConvert.OrtFormat.Optimization.Basic;
using OnnxConvert.Rewriting;

namespace OnnxConvert.OrtFormat.Optimization.Fusions;

/// <summary>
/// Self-attention as BERT has it → Attention. With x a LayerNormalization, and q, k and v products of x with constant matrices, with
/// biases and in heads: Softmax(q·k / √(head size) + (1 - mask)·c)·v, mostly c = -10000, the heads joined again, then a fourth product that is
/// added to x. Nobody else reads what is between. (AttentionFusion)
/// </summary>
/// <remarks>
/// From opset 13 on ONNX Runtime does not recognise the mask; and where all sizes are known its products are Gemms before they
/// could be found. The mask holds integers, 1 for what is seen and 0 for what is not: the kernel takes any above 0 as 1.
/// </remarks>
internal sealed class AttentionPass : NodeOptimizer
{
    private const int FirstOpset = 9, LastOpset = 12;

    /// <summary>A product in heads, from the Transpose back to the MatMul.</summary>
    private readonly record struct Projection(long Heads, Value Weights, Value Bias, Node[] Nodes);

    /// <summary>What is added to the scores: the integers that it is made of, its value where they are 0, and its nodes, readers first.</summary>
    private readonly record struct Mask(Value Seen, float Hidden, Node[] Nodes);

    protected override bool Optimize(Node node, Graph graph, OptimizerContext context)
    {
        if (context.Opset is < FirstOpset or > LastOpset || !node.Is("LayerNormalization") || node.Input(2)?.Shape is not { Rank: 1 } sizes || sizes[0].Size is not { } hidden
            || 3 * hidden > Array.MaxLength / hidden || AttentionPattern.OutputAdd(node) is not { } sum || !IsFirstOfResidual(sum, node.Outputs[0])
            || sum.Producer(0, "MatMul") is not { } output || !IsProduct(output, sum, hidden) || output.Producer(0, "Reshape") is not { } joined
            || joined.SoleProducer(0, "Transpose") is not { } transpose || !transpose.Attributes.Ints("perm").AsSpan().SequenceEqual([0, 2, 1, 3])
            || transpose.SoleProducer(0, "MatMul") is not { } weighted || weighted.SoleProducer(0, "Softmax") is not { } softmax || softmax.Attributes.Int("axis", 1) != 3
            || softmax.SoleProducer(0, "Add") is not { } masked || masked.SoleProducer(0, "Div") is not { } scaled || scaled.SoleProducer(0, "MatMul") is not { } scores)
        {
            return false;
        }

        if (Project(weighted, 1, [0, 2, 1, 3]) is not { } v || Project(scores, 0, [0, 2, 1, 3]) is not { } q || Project(scores, 1, [0, 2, 3, 1]) is not { } k
            || q.Heads != v.Heads || k.Heads != v.Heads || !Scalars.IsAbout(scaled.Inputs[1], MathF.Sqrt(hidden / v.Heads))
            || Sizes(joined) is not [0, 0, var width] || (width != hidden && width != -1) || FindMask(masked) is not { } mask)
        {
            return false;
        }

        Value weights = graph.AddInitializer("qkv_weights", Merge([q.Weights, k.Weights, v.Weights], [hidden, 3 * hidden]));
        Value bias = graph.AddInitializer("qkv_bias", Merge([q.Bias, k.Bias, v.Bias], [3 * hidden]));
        Node fused = Fusion.Replace(joined.Outputs[0], "Attention", MicrosoftOperators.Domain, [node.Outputs[0], weights, bias, Int32Cast.Of(mask.Seen)],
            [joined, transpose, weighted, softmax, masked, scaled, scores, .. q.Nodes, .. k.Nodes, .. v.Nodes, .. mask.Nodes]);
        fused.Attributes.Set(new NodeAttribute("num_heads", v.Heads));
        fused.Attributes.Set(new NodeAttribute("unidirectional", 0L));
        fused.Attributes.Set(new NodeAttribute("mask_filter_value", mask.Hidden));
        return true;

        Projection? Project(Node reader, int input, ReadOnlySpan<long> permutation)
        {
            if (reader.SoleProducer(input, "Transpose") is not { } heads || !heads.Attributes.Ints("perm").AsSpan().SequenceEqual(permutation)
                || heads.SoleProducer(0, "Reshape") is not { } split || Sizes(split) is not [0, 0 or -1, > 0 and var count, > 0 and var size] || hidden % count != 0 || hidden / count != size
                || split.SoleProducer(0, "Add") is not { } add || add.SoleProducer(0, "MatMul") is not { } product || !ReferenceEquals(product.Inputs[0], node.Outputs[0])
                || !IsProduct(product, add, hidden))
            {
                return null;
            }

            return new Projection(count, product.Inputs[1]!, add.Inputs[1]!, [heads, split, add, product]);
        }
    }

    private static bool IsFirstOfResidual(Node sum, Value x) =>
        sum.Outputs[0].Uses.Any(use => use.InputIndex == 0 && use.Node.Is("Add") && ReferenceEquals(use.Node.Inputs[1], x));

    private static bool IsProduct(Node product, Node sum, long hidden) =>
        product.Inputs[1] is { IsConstant: true, ElementType: ElementType.Float, Shape: { } matrix } && matrix.Equals(Shape.Of(hidden, hidden))
        && sum.Inputs[1] is { IsConstant: true, Shape: { } vector } && vector.Equals(Shape.Of(hidden));

    private static long[]? Sizes(Node reshape) => reshape.Input(1)?.Constant is { } sizes ? Numbers.ToInt64(sizes) : null;

    /// <summary>Finds (1 - mask)·c. All layers may read it.</summary>
    private static Mask? FindMask(Node masked)
    {
        if (masked.Producer(1, "Mul") is not { } product || Scalars.Float(product.Inputs[1]) is not { } value || !float.IsFinite(value) || product.SoleProducer(0, "Sub") is not { } hidden
            || Scalars.Float(hidden.Inputs[0]) is not 1 || hidden.SoleProducer(1, "Cast") is not { } cast || Unsqueeze(cast, 2) is not { } columns || Unsqueeze(columns, 1) is not { } rows
            || rows.Inputs[0] is not { ElementType: ElementType.Int32 or ElementType.Int64, Shape.Rank: 2 } seen || !ReferenceEquals(seen.Graph, masked.Graph))
        {
            return null;
        }

        return new Mask(seen, value, [product, hidden, cast, columns, rows]);
    }

    private static Node? Unsqueeze(Node reader, long axis) =>
        reader.SoleProducer(0, "Unsqueeze") is { } unsqueeze && unsqueeze.Attributes.Ints("axes") is [var only] && only == axis ? unsqueeze : null;

    /// <summary>The rows of some matrices, or vectors, side by side.</summary>
    private static TensorData Merge(Value[] parts, long[] sizes)
    {
        float[][] values = [.. parts.Select(part => Elements.Read<float>(part.Constant!))];
        int width = (int)sizes[^1] / parts.Length;
        var merged = new float[values[0].Length * parts.Length];
        for (int at = 0; at < merged.Length; at += width)
        {
            int row = at / width / parts.Length;
            values[at / width % parts.Length].AsSpan(row * width, width).CopyTo(merged.AsSpan(at));
        }

        return TensorData.Create<float>(merged, sizes);
    }
}
