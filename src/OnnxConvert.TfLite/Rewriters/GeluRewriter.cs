using OnnxConvert.Converting;
using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.TfLite.Rewriters;

/// <summary>
/// 0.5 · x · (1 + erf(x / √2)) → GELU; 0.5 · x · (1 + tanh(√(2 / π) · (x + 0.044715 · x³))) → GELU, approximate.
/// </summary>
/// <remarks>
/// Conditions: float; the products in any order, powers as MUL, SQUARE or POW; x + 0.044715 · x³ also as x · (1 + 0.044715 · x²); constants
/// right to 1e-5; nothing between x and the result is read elsewhere. erf is the custom operator Erf or FlexErf.
/// </remarks>
[Rewriter]
internal sealed class GeluRewriter : IRewriter
{
    private const double Cubic = 0.044715;

    public bool Rewrite(Node node, RewriteContext context)
    {
        if (!node.IsPlain(TfLiteOps.Mul) || Product.Of(node) is not { Factors.Count: 2 } product)
            return false;
        foreach (Value gate in product.Factors)
        {
            if (OnePlus(gate) is not { } inner || IsErf(inner) is not { } isErf)
                continue;
            Value x = product.Beside(gate)!;
            if (!KnownConstants.IsClose(product.Constant, 0.5))
                return context.Miss(node, $"the product is scaled by {product.Constant}, not by 0.5");
            if (isErf ? !IsScaled(inner.Producer!.Input(0), x, Math.Sqrt(0.5)) : !IsCubic(inner.Producer!.Input(0), x))
                return context.Miss(node, isErf ? "the argument of erf is not x / √2" : "the argument of tanh is not √(2 / π) · (x + 0.044715 · x³)");
            context.Replace(node, TfLiteOps.Domain, TfLiteOps.Gelu, [x], new NodeAttribute("approximate", isErf ? 0L : 1L));
            return true;
        }

        return false;
    }

    /// <summary>The value to which 1 is added, where that is read nowhere else.</summary>
    private static Value? OnePlus(Value sum)
    {
        if (sum.OnlyBy(TfLiteOps.Add) is not { } add)
            return null;
        foreach ((Value? one, Value? other) in add.EitherWay())
        {
            if (KnownConstants.IsClose(one.Number(), 1))
                return other;
        }

        return null;
    }

    private static bool? IsErf(Value value)
    {
        if (value is not { Uses.Count: 1, IsGraphOutput: false, Producer: { } node } || !value.IsReal())
            return null;
        if (node.Domain == TfLiteOps.CustomDomain && node.OpType is "Erf" or "FlexErf")
            return true;
        return node.IsBuiltin(TfLiteOps.Tanh) ? false : null;
    }

    private static bool IsScaled(Value? value, Value x, double scale) =>
        Product.Of(value) is { } product && product.IsPower(x, 1) && KnownConstants.IsClose(product.Constant, scale);

    private static bool IsCubic(Value? value, Value x)
    {
        if (Product.Of(value) is not { } product || !KnownConstants.IsClose(product.Constant, Math.Sqrt(2 / Math.PI)))
            return false;
        if (product.Beside(x) is { } factor)
            return OnePlus(factor) is { } square && Product.Of(square) is { } quadratic && quadratic.IsPower(x, 2) && KnownConstants.IsClose(quadratic.Constant, Cubic);
        return product.Factors is [var sum] && sum.OnlyBy(TfLiteOps.Add)?.Other(x) is { } cube
            && Product.Of(cube) is { } cubic && cubic.IsPower(x, 3) && KnownConstants.IsClose(cubic.Constant, Cubic);
    }
}
