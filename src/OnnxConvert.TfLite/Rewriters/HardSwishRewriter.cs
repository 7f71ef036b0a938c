using OnnxConvert.Converting;
using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.TfLite.Rewriters;

/// <summary>x · relu6(x + 3) / 6 → HARD_SWISH.</summary>
/// <remarks>
/// Conditions: float; the products in any order; relu6 as an operator or fused into the addition; constants right to 1e-5; nothing between x
/// and the result is read elsewhere.
/// </remarks>
[Rewriter(Before = typeof(HardSigmoidRewriter))]
internal sealed class HardSwishRewriter : IRewriter
{
    public bool Rewrite(Node node, RewriteContext context)
    {
        if (!node.IsPlain(TfLiteOps.Mul) || Product.Of(node) is not { Factors.Count: 2 } product)
            return false;
        foreach (Value gate in product.Factors)
        {
            if (HardSigmoidRewriter.GateOf(gate) is not { } x || !ReferenceEquals(product.Beside(gate), x))
                continue;
            if (!KnownConstants.IsClose(product.Constant, 1 / 6.0))
                return context.Miss(node, $"the product is scaled by {product.Constant}, not by 1/6");
            context.Replace(node, TfLiteOps.Domain, TfLiteOps.HardSwish, [x]);
            return true;
        }

        return false;
    }
}
