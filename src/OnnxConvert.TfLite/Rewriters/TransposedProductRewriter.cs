using OnnxConvert.Converting;
using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.TfLite.Rewriters;

/// <summary>TRANSPOSE of the last two dimensions of BATCH_MATMUL(a, b) → BATCH_MATMUL(bᵀ, aᵀ).</summary>
/// <remarks>
/// Keras computes the scores of attention as (K · Qᵀ)ᵀ. The transposes of the factors merge with those that split heads; that of the
/// scores, which are as large as the square of the sequence, is gone. Conditions: float; the product is read nowhere else.
/// </remarks>
[Rewriter]
internal sealed class TransposedProductRewriter : IRewriter
{
    public bool Rewrite(Node node, RewriteContext context)
    {
        if (!node.IsBuiltin(TfLiteOps.Transpose) || !node.Outputs[0].IsReal() || node.Input(0)?.By(TfLiteOps.BatchMatMul) is not { } product)
            return false;
        if (!product.Input(0).IsReal() || !product.Input(1).IsReal())
            return false;
        if (node.Input(1).Integers() is not { Length: > 1 } permutation || !SwapsLastTwo(permutation))
            return false;
        if (node.Input(0).OnlyBy(TfLiteOps.BatchMatMul) is null)
            return context.Miss(node, "the product is read elsewhere, too");
        context.Replace(
            node,
            TfLiteOps.Domain,
            TfLiteOps.BatchMatMul,
            [product.Input(1), product.Input(0)],
            new NodeAttribute("adj_x", 1 - product.Attributes.Int("adj_y")),
            new NodeAttribute("adj_y", 1 - product.Attributes.Int("adj_x")));
        return true;
    }

    internal static bool SwapsLastTwo(long[] permutation)
    {
        int rank = permutation.Length;
        for (int i = 0; i < rank - 2; i++)
        {
            if (permutation[i] != i)
                return false;
        }

        return permutation[rank - 2] == rank - 1 && permutation[rank - 1] == rank - 2;
    }
}
