using OnnxConvert.Converting;
using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.TfLite.Rewriters;

/// <summary>BATCH_MATMUL(SOFTMAX(BATCH_MATMUL(Q, Kᵀ) · scale + mask), V) → Attention (opset 23).</summary>
/// <remarks>
/// Conditions: float; (batch, heads, sequence, size) with one known number of heads for all three; SOFTMAX with beta 1; a scale that is constant
/// and a mask that is float, or none; nothing between is read elsewhere.
/// </remarks>
[Rewriter(After = typeof(TransposedProductRewriter))]
internal sealed class AttentionRewriter : IRewriter
{
    private const int MinOpset = 23;

    public bool Rewrite(Node node, RewriteContext context)
    {
        if (context.Opset < MinOpset || !node.IsBuiltin(TfLiteOps.BatchMatMul) || !node.Outputs[0].IsReal()
            || node.Input(0)?.OnlyBy(TfLiteOps.Softmax) is not { } softmax || Scores(softmax) is not var (scores, scale, mask))
        {
            return false;
        }

        if (softmax.Attributes.Float("beta") != 1)
            return context.Miss(node, $"the beta of SOFTMAX is {softmax.Attributes.Float("beta")}, not 1");
        if (IsAdjoint(scores, "adj_x") || IsAdjoint(node, "adj_x"))
            return context.Miss(node, "its first factors are transposed");
        if (scores.Input(0) is not { } query || scores.Input(1) is not { } key || node.Input(1) is not { } value
            || Heads(query) is not { } heads || Heads(key) != heads || Heads(value) != heads)
        {
            return context.Miss(node, "queries, keys and values do not have four dimensions, with one number of heads in the second");
        }

        key = IsAdjoint(scores, "adj_y") ? key : Transposed(key, node, context);
        value = IsAdjoint(node, "adj_y") ? Transposed(value, node, context) : value;
        context.Replace(node, TfLiteOps.FusedDomain, FusedOps.Attention, [query, key, value, mask], new NodeAttribute("scale", (float)scale));
        return true;
    }

    private static (Node Product, double Scale, Value? Mask)? Scores(Node softmax)
    {
        if (softmax.Input(0)?.OnlyBy(TfLiteOps.Add) is not { } sum)
            return Scaled(softmax.Input(0)) is var (product, scale) ? (product, scale, null) : null;
        foreach ((Value? scores, Value? mask) in sum.EitherWay())
        {
            if (mask.IsReal() && mask?.Shape is { Rank: >= 2 and <= 4 } && Scaled(scores) is var (product, scale))
                return (product, scale, mask);
        }

        return null;
    }

    private static (Node Product, double Scale)? Scaled(Value? value) =>
        Product.Of(value) is { Factors: [var factor] } product && factor.OnlyBy(TfLiteOps.BatchMatMul) is { } node ? (node, product.Constant) : null;

    private static bool IsAdjoint(Node product, string option) => product.Attributes.Int(option) != 0;

    private static long? Heads(Value value) => value.IsReal() && value.Shape is { Rank: 4 } shape ? shape[1].Size : null;

    private static Value Transposed(Value value, Node position, RewriteContext context)
    {
        Value permutation = context.Graph.AddInitializer("last_two", TensorData.Vector(0, 1, 3, 2));
        Shape shape = value.Shape!;
        return context.Insert(position, TfLiteOps.Domain, TfLiteOps.Transpose, value, permutation)
            .AddOutput(value.Name, new TensorType(value.ElementType, new Shape(shape[0], shape[1], shape[3], shape[2])));
    }
}
