using OnnxConvert.Converting;
using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.TfLite.Rewriters;

/// <summary>SELECT(x &gt; 0, x, f(x)) → LEAKY_RELU for a · x, PRELU for a tensor of such factors, ELU for e^x - 1.</summary>
/// <remarks>
/// Conditions: float; the comparison with 0 may stand either way round and include 0, where f is 0 too; the result has the shape of x. A NaN
/// becomes f(NaN), or x, which is NaN as well. With 0 in the place of f a NaN becomes 0 one way round, and the other way Relu leaves open
/// what becomes of it, so that stays as it is; so does a product with a mask, which is no selection where x is infinite.
/// </remarks>
[Rewriter]
internal sealed class SelectedActivationRewriter : IRewriter
{
    public bool Rewrite(Node node, RewriteContext context)
    {
        if (!(node.IsBuiltin(TfLiteOps.Select) || node.IsBuiltin(TfLiteOps.SelectV2)) || Sides(node) is not { } sides)
            return false;
        (Value x, Value? negative) = sides;
        if (!x.IsReal() || x.Shape is null || !x.Shape.Equals(node.Outputs[0].Shape))
            return context.Miss(node, "x is not float, or the selection broadcasts it");

        if (negative.By(TfLiteOps.Mul)?.Other(x) is { } factor && factor.IsReal() && factor.IsConstant)
        {
            if (factor.Number() is { } alpha)
                context.Replace(node, TfLiteOps.Domain, TfLiteOps.LeakyRelu, [x], new NodeAttribute("alpha", (float)alpha));
            else
                context.Replace(node, TfLiteOps.Domain, TfLiteOps.PRelu, [x, factor]);
            return true;
        }

        bool isElu = negative.By(TfLiteOps.Sub) is { } less && less.Input(1).Number() is 1 && less.Input(0).By(TfLiteOps.Exp) is { } power && ReferenceEquals(power.Input(0), x);
        if (!isElu)
            return context.Miss(node, "what is selected below 0 is neither a constant times x nor e^x - 1");
        context.Replace(node, TfLiteOps.Domain, TfLiteOps.Elu, [x]);
        return true;
    }

    /// <summary>What is selected by its own sign, and what stands for it where it is negative.</summary>
    private static (Value X, Value? Negative)? Sides(Node node)
    {
        if (node.Input(0)?.Producer is not { Domain: TfLiteOps.Domain } comparison || comparison.Input(0) is not { } x || comparison.Input(1).Number() is not 0)
            return null;
        (Value? positive, Value? negative) = comparison.OpType switch
        {
            TfLiteOps.Greater or TfLiteOps.GreaterEqual => (node.Input(1), node.Input(2)),
            TfLiteOps.Less or TfLiteOps.LessEqual => (node.Input(2), node.Input(1)),
            _ => (null, null),
        };
        return ReferenceEquals(positive, x) ? (x, negative) : null;
    }
}
