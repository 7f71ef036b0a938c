using OnnxConvert.Ir;
using OnnxConvert.Operators.Layout;
using OnnxConvert.Optimizers.Layout;
using OnnxConvert.Rewriting;

namespace OnnxConvert.Optimizers.Fusions;

/// <summary>
/// Transpose → Reshape to (N, features) → Gemm → Reshape → Gemm with permuted weights: a dense layer behind a convolution
/// reads the features in whatever order they are stored. Quantization in between stays where it is.
/// </summary>
public sealed class FlattenFusionOptimizer : NodeOptimizer
{
    /// <inheritdoc/>
    protected override bool Optimize(Node node, Graph graph, OptimizerContext context) =>
        node.Is("Gemm") && node.Attributes.Int("transB") == 1 && node.Attributes.Int("transA") == 0 && Fuse(node, graph);

    private static bool Fuse(Node gemm, Graph graph)
    {
        Node? reshape = SkipQuantization(gemm.Inputs[0]!).Producer;
        if (reshape?.Is("Reshape") != true || !IsReadOnlyBy(reshape.Outputs[0], gemm) || reshape.Inputs[0]?.Producer is not { } transpose || !transpose.Is("Transpose"))
            return false;
        Permutation permutation = LayoutPlan.PermutationOf(transpose);
        if (reshape.Outputs[0].Shape is not { Rank: 2 } flat || transpose.Outputs[0].Shape is not { Rank: > 2 } shape || permutation.Rank != shape.Rank || permutation[0] != 0
            || flat[0] != shape[0] || !flat[0].IsStatic)
        {
            return false;
        }

        // The weights (units, features) come through an optional dequantization of constant integers.
        Node? dequantize = gemm.Inputs[1]!.Producer;
        if (dequantize is not null && (!dequantize.Is("DequantizeLinear") || dequantize.Attributes.Int("axis", 1) != 0 && dequantize.Input(1)?.Shape?.Rank != 0 || gemm.Inputs[1]!.Uses.Count != 1 || !ReferenceEquals(dequantize.Graph, graph)))
            return false;
        Node holder = dequantize ?? gemm;
        int index = dequantize is null ? 1 : 0;
        if (holder.Inputs[index]?.Constant is not { } weights || weights.ElementType.IsSubByte() || new Shape(shape.Skip(1)).ToSizes() is not { } features
            || features.Aggregate(1L, (product, size) => product * size) != weights.Dims[1])
        {
            return false;
        }

        int[] back = [0, .. permutation.Inverse.Axes[1..].ToArray()];
        TensorData permuted = weights.Reshape([weights.Dims[0], .. features]).Transpose(back).Reshape(weights.Dims.AsSpan());
        holder.SetInput(index, graph.AddInitializer(holder.Inputs[index]!.Name, permuted));
        reshape.SetInput(0, transpose.Inputs[0]);
        return true;
    }

    private static Value SkipQuantization(Value value) =>
        QuantizationNodeInput(value) is { } input ? SkipQuantization(input) : value;

    private static Value? QuantizationNodeInput(Value value) =>
        value.Producer is { } node && (node.Is("DequantizeLinear") || node.Is("QuantizeLinear")) && node.Input(1)?.Shape?.Rank == 0 ? node.Inputs[0] : null;

    /// <summary>Whether nobody but the dense layer, through quantization, reads the value.</summary>
    private static bool IsReadOnlyBy(Value value, Node gemm) =>
        !value.IsGraphOutput && value.Uses.Count == 1
        && (ReferenceEquals(value.Uses[0].Node, gemm)
            || (value.Uses[0].Node is { } next && (next.Is("DequantizeLinear") || next.Is("QuantizeLinear")) && IsReadOnlyBy(next.Outputs[0], gemm)));
}
