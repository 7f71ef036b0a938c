using OnnxConvert.Ir;
using OnnxConvert.Optimizers.Fusions;
using OnnxConvert.Rewriting;

namespace OnnxConvert.OrtFormat.Optimization.Basic;

/// <summary>
/// MatMul of two matrices, the right one constant → BatchNormalization → Gemm. A Reshape and a Transpose that make the columns of the
/// product the channels may stand between; nobody else reads what is between. (MatmulBNFusion)
/// </summary>
internal sealed class MatMulBatchNormPass : NodeOptimizer
{
    protected override bool Optimize(Node node, Graph graph, OptimizerContext context)
    {
        if (!node.Is("MatMul") || node.Inputs[0]!.Shape is not { Rank: 2 } || node.Inputs[1]?.Constant is not { ElementType: ElementType.Float, Rank: 2 } weights
            || BatchNormalization(node, weights.Dims[1]) is not { } norm || BatchNormScale.Read(norm, weights.Dims[1]) is not var (scale, offset))
        {
            return false;
        }

        float[] scaled = weights.AsSpan<float>().ToArray();
        for (int i = 0; i < scaled.Length; i++)
            scaled[i] *= scale[i % scale.Length];
        Node gemm = graph.InsertBefore(node, "Gemm",
        [
            node.Inputs[0],
            graph.AddInitializer(node.Inputs[1]!.Name, TensorData.Create<float>(scaled, weights.Dims.AsSpan())),
            graph.AddInitializer($"{node.Name}_bias", TensorData.Vector<float>(offset)),
        ]);
        gemm.Name = node.Name;
        Graph.ReplaceAllUses(node.Outputs[0], gemm.AddOutput(node.Outputs[0].Name, node.Outputs[0].Type));
        graph.Remove(node);
        return Fusion.Absorb(norm.Inputs[0]!.Producer!, norm);
    }

    /// <summary>The normalization behind a product, or behind a Reshape that keeps its columns and a Transpose that makes them channels.</summary>
    private static Node? BatchNormalization(Node product, long columns)
    {
        if (product.OnlyReader("BatchNormalization") is { } norm)
            return norm;
        return product.OnlyReader("Reshape") is { } reshape && reshape.Outputs[0].Shape is { Rank: > 1 } shape && shape[shape.Rank - 1].Size == columns
            && reshape.OnlyReader("Transpose") is { } transpose && transpose.Attributes.Ints("perm") is { Length: > 1 } perm && perm[1] == shape.Rank - 1
            ? transpose.OnlyReader("BatchNormalization") : null;
    }
}
